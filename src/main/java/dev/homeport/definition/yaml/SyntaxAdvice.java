package dev.homeport.definition.yaml;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Says in our words what is wrong when the parser gives up, and where. The parser's messages tell
 * which rule was broken; what the author meant is guessed from the text around.
 */
final class SyntaxAdvice {

  private final YamlSource source;
  private final EventStream events;
  private final UnquotedTemplates templates;
  private final Pieces pieces;

  SyntaxAdvice(YamlSource source, EventStream events, UnquotedTemplates templates) {
    this.source = source;
    this.events = events;
    this.templates = templates;
    this.pieces = new Pieces(source);
  }

  /** The mistake, or null when it has been reported already. */
  @Nullable Mistake explain(MarkedYamlEngineException error) {
    int at = error.getProblemMark().or(error::getContextMark).map(source::offset).orElse(0);
    if (templates.explain(at)) {
      return null;
    }
    int from = error.getContextMark().map(source::offset).orElse(at);
    String context = orEmpty(error.getContext());
    String problem = orEmpty(error.getProblem());
    Trouble trouble = new Trouble(context, problem, from, at, lastText(), innermost());
    int template = unquotedTemplate(trouble);
    if (template >= 0) {
      return templates.mistakeAt(template, trouble.inFlow());
    }
    Mistake found = new TokenAdvice(source, pieces).explain(trouble);
    if (found == null) {
      found = new FlowAdvice(source, pieces).explain(trouble);
    }
    if (found == null) {
      found = new BlockAdvice(source, pieces).explain(trouble);
    }
    return found != null ? found : new Mistake(at, "this is not YAML: " + problem, null);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private Trouble.@Nullable Text lastText() {
    ScalarEvent scalar = events.lastScalar();
    if (scalar == null) {
      return null;
    }
    int begin = source.afterProperties(events.start(scalar));
    return new Trouble.Text(begin, events.end(scalar), scalar.getScalarStyle());
  }

  /** The opening brace or bracket of the innermost mapping or list, if it has one; else -1. */
  private int innermost() {
    for (CollectionStartEvent start : events.open()) {
      return start.isFlow() ? source.afterProperties(events.start(start)) : -1;
    }
    return -1;
  }

  /**
   * Where the text begins that holds an unquoted template on the line where the parser gave up; -1
   * when there is none.
   */
  private int unquotedTemplate(Trouble trouble) {
    int line = source.lineOf(trouble.at());
    int open = firstUnquotedBraces(source.lineStart(line), trouble.at());
    Trouble.Text last = trouble.last();
    if (open < 0 || last == null) {
      return open;
    }
    if (last.begin() < open && open < last.end()) {
      return -1;
    }
    boolean textBefore =
        last.isPlain()
            && last.begin() >= source.lineStart(line)
            && pieces.isBlankBetween(last.end(), open);
    return textBefore ? last.begin() : open;
  }

  private int firstUnquotedBraces(int from, int to) {
    char quote = 0;
    char before = ' ';
    for (int i = from; i <= to && i < source.text().length(); i++) {
      char c = source.charAt(i);
      if (quote != 0) {
        quote = c == quote && !(quote == '"' && before == '\\') ? 0 : quote;
      } else if ((c == '"' || c == '\'') && " \t[{,:".indexOf(before) >= 0) {
        quote = c;
      } else if (c == '#' && YamlSource.isBlank(before)) {
        return -1;
      } else if (c == '{' && source.charAt(i + 1) == '{') {
        return i;
      }
      before = c;
    }
    return -1;
  }
}
