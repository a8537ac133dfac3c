package dev.homeport.definition.yaml;

import dev.homeport.diagnostic.VisibleText;

/** Pieces of a file as messages quote them: on one line, and not too long. */
final class Shown {

  private static final int LONGEST = 60;

  private Shown() {}

  /** A piece of text, escaped and cut. */
  static String value(String text) {
    return VisibleText.of(text, LONGEST);
  }

  /** A text in the quotes that YAML wants for it: single ones unless it contains some. */
  static String quoted(String text) {
    String shown = value(text);
    if (shown.indexOf('\'') < 0) {
      return "'" + shown + "'";
    }
    return shown.indexOf('"') < 0 && shown.indexOf('\\') < 0
        ? '"' + shown + '"'
        : "'" + shown.replace("'", "''") + "'";
  }

  /** A text with a template in it in quotes: double ones unless it contains some. */
  static String quotedTemplate(String text) {
    String shown = value(text);
    return shown.indexOf('"') < 0 && shown.indexOf('\\') < 0
        ? '"' + shown + '"'
        : "'" + shown.replace("'", "''") + "'";
  }
}
