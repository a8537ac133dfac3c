package dev.homeport.definition.yaml;

import dev.homeport.definition.yaml.YamlScalar.Kind;
import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.Problems;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;

/**
 * Templates that were written without quotes: to YAML {@code {{x}}} is a mapping used as the key of
 * a mapping. Each is reported, and where that is possible read as the text that was meant. One
 * thread.
 */
final class UnquotedTemplates {

  private final YamlSource source;
  private final EventStream events;
  private final Problems problems;
  private final Pieces pieces;

  /** Where the last one begins, and the end of its line; -1 before the first. */
  private int lastBegin = -1;

  private int lastLine = -1;
  private boolean inside;

  UnquotedTemplates(YamlSource source, EventStream events, Problems problems) {
    this.source = source;
    this.events = events;
    this.problems = problems;
    this.pieces = new Pieces(source);
  }

  /**
   * Whether a syntax error at this offset comes of a template that was reported already: YAML lost
   * its way inside of it, or right behind it on the same line.
   */
  boolean explain(int offset) {
    return inside || (lastBegin >= 0 && offset >= lastBegin && source.lineOf(offset) == lastLine);
  }

  /**
   * Reports the template whose first brace's event was read just now, and passes over its events.
   *
   * @param inFlow whether it stands between braces or brackets
   * @return the text it was meant to be, or null when its end cannot be told
   */
  @Nullable YamlNode recover(int begin, boolean inFlow) {
    lastBegin = begin;
    lastLine = source.lineOf(begin);
    Mistake mistake = mistakeAt(begin, inFlow);
    Location at = source.locate(begin);
    problems.add(at, mistake.message(), mistake.hint());
    inside = true;
    int end = skip();
    inside = false;
    if (source.lineOf(Math.max(begin, end - 1)) != lastLine) {
      return null;
    }
    String text = source.text().substring(begin, end);
    return new YamlScalar(
        at, Kind.TEXT, text, new ScalarSource(source, begin, end, ScalarStyle.PLAIN, text));
  }

  private int skip() {
    int open = 1;
    while (true) {
      Event event = events.next();
      if (event instanceof CollectionStartEvent) {
        open++;
      } else if (event instanceof CollectionEndEvent && --open == 0) {
        return events.end(event);
      }
    }
  }

  /**
   * The mistake of a text with a template in it that should stand in quotes.
   *
   * @param begin where the text begins; the template may come later on the line
   * @param inFlow whether the text stands between braces or brackets
   */
  Mistake mistakeAt(int begin, boolean inFlow) {
    int open = source.text().indexOf("{{", begin);
    int end = end(open);
    if (end < 0) {
      return new Mistake(
          begin, "'{{' without quotes is a mapping to YAML", "put quotes around the whole text");
    }
    boolean key = source.charAt(end) == ':' && YamlSource.isWhite(source.charAt(end + 1));
    String whole =
        key
            ? source.text().substring(begin, end)
            : inFlow ? untilComma(begin, end) : pieces.restOfLine(begin);
    return new Mistake(
        begin,
        "'"
            + Shown.value(source.text().substring(open, end))
            + "' without quotes is a mapping to YAML",
        "put quotes: " + Shown.quotedTemplate(whole));
  }

  /** Behind the braces that close a template, or -1 when none do on its line. */
  private int end(int open) {
    int close = source.text().indexOf("}}", open);
    if (close < 0 || close >= source.lineEnd(source.lineOf(open))) {
      return -1;
    }
    boolean triple = source.charAt(open + 2) == '{' && source.charAt(close + 2) == '}';
    return close + (triple ? 3 : 2);
  }

  /** Up to the comma, brace or bracket that ends the text, further templates passed over. */
  private String untilComma(int begin, int from) {
    int lineEnd = source.lineEnd(source.lineOf(begin));
    int at = from;
    while (at < lineEnd && ",]}".indexOf(source.charAt(at)) < 0) {
      boolean template = source.charAt(at) == '{' && source.charAt(at + 1) == '{';
      int end = template ? end(at) : -1;
      at = end < 0 ? at + 1 : end;
    }
    return source.text().substring(begin, at).strip();
  }
}
