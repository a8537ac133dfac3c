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

  /** Where the last one begins, and the end of its line; -1 before the first. */
  private int lastBegin = -1;

  private int lastLine = -1;
  private boolean inside;

  UnquotedTemplates(YamlSource source, EventStream events, Problems problems) {
    this.source = source;
    this.events = events;
    this.problems = problems;
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
   * @return the text it was meant to be, or null when its end cannot be told
   */
  @Nullable YamlNode recover(int begin) {
    lastBegin = begin;
    lastLine = source.lineOf(begin);
    Mistake mistake = mistakeAt(begin);
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

  /** The mistake of an unquoted template whose value begins at an offset and holds {@code {{}. */
  Mistake mistakeAt(int begin) {
    int lineEnd = source.lineEnd(source.lineOf(begin));
    int open = source.text().indexOf("{{", begin);
    int close = source.text().indexOf("}}", open);
    if (close < 0 || close >= lineEnd) {
      return new Mistake(
          begin, "'{{' without quotes is a mapping to YAML", "put quotes around the whole text");
    }
    boolean triple = source.charAt(open + 2) == '{' && source.charAt(close + 2) == '}';
    int end = close + (triple ? 3 : 2);
    String template = source.text().substring(open, end);
    boolean alone = begin == open && restIsBlank(end, lineEnd);
    return new Mistake(
        begin,
        "'" + Shown.value(template) + "' without quotes is a mapping to YAML",
        alone
            ? "put quotes: " + Shown.quotedTemplate(template)
            : "put quotes around the whole text: "
                + Shown.quotedTemplate(source.text().substring(begin, end))
                + (end < lineEnd ? " …" : ""));
  }

  private boolean restIsBlank(int from, int to) {
    String rest = source.text().substring(from, to).strip();
    return rest.isEmpty() || ",]}:#".indexOf(rest.charAt(0)) >= 0;
  }
}
