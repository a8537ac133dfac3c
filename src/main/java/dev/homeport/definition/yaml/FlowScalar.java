package dev.homeport.definition.yaml;

import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * Reads a plain or quoted scalar's source again. Line breaks fold: one is a space, of several all
 * but the first are kept (YAML 1.2.2, 6.5).
 */
final class FlowScalar {

  private final String text;
  private final ScalarStyle style;
  private final int end;
  private final Positions positions;
  private int at;

  private FlowScalar(ScalarSource scalar) {
    this.text = scalar.source().text();
    this.style = scalar.style();
    this.positions = new Positions(scalar.value(), scalar.end());
    int quote = style == ScalarStyle.PLAIN ? 0 : 1;
    this.at = scalar.start() + quote;
    this.end = Math.max(this.at, scalar.end() - quote);
  }

  static Positions positions(ScalarSource scalar) {
    return new FlowScalar(scalar).replay();
  }

  private Positions replay() {
    while (at < end) {
      char c = text.charAt(at);
      if (YamlSource.isWhite(c)) {
        white();
      } else if (c == '\\' && style == ScalarStyle.DOUBLE_QUOTED) {
        escape();
      } else {
        boolean quote = c == '\'' && style == ScalarStyle.SINGLE_QUOTED;
        positions.add(c, at);
        at += quote ? 2 : 1;
      }
    }
    positions.end(end);
    return positions;
  }

  private void white() {
    int from = at;
    while (at < end && YamlSource.isBlank(text.charAt(at))) {
      at++;
    }
    if (at >= end || !YamlSource.isBreak(text.charAt(at))) {
      for (int i = from; i < at; i++) {
        positions.add(text.charAt(i), i);
      }
      return;
    }
    folded(true);
  }

  /** White space that contains line breaks; one right after a backslash leaves no space. */
  private void folded(boolean spaceForOne) {
    int first = at;
    skipBreak();
    int kept = 0;
    while (at < end && YamlSource.isWhite(text.charAt(at))) {
      if (YamlSource.isBreak(text.charAt(at))) {
        positions.add('\n', at);
        skipBreak();
        kept++;
      } else {
        at++;
      }
    }
    if (kept == 0 && spaceForOne) {
      positions.add(' ', first);
    }
  }

  private void skipBreak() {
    boolean two = text.charAt(at) == '\r' && at + 1 < end && text.charAt(at + 1) == '\n';
    at += two ? 2 : 1;
  }

  private void escape() {
    int backslash = at;
    char kind = at + 1 < end ? text.charAt(at + 1) : 0;
    at += 2;
    switch (kind) {
      case 'x' -> number(backslash, 2);
      case 'u' -> number(backslash, 4);
      case 'U' -> number(backslash, 8);
      case '\n', '\r' -> {
        at--;
        folded(false);
      }
      default -> positions.add(escaped(kind), backslash);
    }
  }

  private void number(int backslash, int digits) {
    int from = at;
    at = Math.min(end, at + digits);
    try {
      int c = Integer.parseInt(text, from, at, 16);
      for (char half : Character.toChars(c)) {
        positions.add(half, backslash);
      }
    } catch (IllegalArgumentException notReadByTheParserEither) {
      positions.add('\0', backslash);
    }
  }

  /** YAML 1.2.2, 5.7. */
  private static char escaped(char kind) {
    return switch (kind) {
      case '0' -> 0;
      case 'a' -> 7;
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'v' -> 11;
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'e' -> 27;
      case 'N' -> 0x85;
      case '_' -> 0xA0;
      default -> kind;
    };
  }
}
