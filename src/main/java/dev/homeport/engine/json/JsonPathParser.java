package dev.homeport.engine.json;

import dev.homeport.diagnostic.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the text of one JSONPath, once. */
final class JsonPathParser {

  private final String text;
  private final List<JsonPath.Segment> segments = new ArrayList<>();
  private @Nullable PathFunction function;
  private int at;

  JsonPathParser(String text) {
    this.text = text;
  }

  JsonPath parse() throws SyntaxException {
    if (!text.startsWith("$")) {
      throw error("it must begin with $", 0);
    }
    at = 1;
    while (at < text.length()) {
      segment();
    }
    return new JsonPath(text, segments, function);
  }

  private void segment() throws SyntaxException {
    if (function != null) {
      throw error("nothing may follow " + function.text() + "()", at);
    }
    if (text.charAt(at) == '[') {
      segments.add(new JsonPath.Segment(false, bracket()));
    } else if (text.startsWith("..", at)) {
      at += 2;
      if (at < text.length() && text.charAt(at) == '*') {
        throw error("'..' needs a name or a bracket after it", at);
      }
      boolean bracket = at < text.length() && text.charAt(at) == '[';
      segments.add(new JsonPath.Segment(true, bracket ? bracket() : name()));
    } else if (text.charAt(at) == '.') {
      at++;
      afterDot();
    } else {
      throw error("expected . or [ but found '" + text.charAt(at) + "'", at);
    }
  }

  private void afterDot() throws SyntaxException {
    if (at < text.length() && text.charAt(at) == '*') {
      at++;
      segments.add(new JsonPath.Segment(false, new PathStep.All()));
      return;
    }
    int begin = at;
    PathStep.Members member = name();
    if (!text.startsWith("()", at)) {
      segments.add(new JsonPath.Segment(false, member));
      return;
    }
    String name = member.names().get(0);
    function = PathFunction.named(name);
    if (function == null) {
      throw error(
          "unknown function '" + name + "()' (known: length() min() max() sum() avg())", begin);
    }
    at += 2;
  }

  private PathStep.Members name() throws SyntaxException {
    int begin = at;
    while (at < text.length() && isNameCharacter(text.charAt(at))) {
      at++;
    }
    if (at == begin) {
      throw error(
          at == text.length() ? "a name is missing at the end" : "a name is missing after the dot",
          at);
    }
    if (at < text.length() && " \t'\",*)]".indexOf(text.charAt(at)) >= 0) {
      throw error("a name with '" + text.charAt(at) + "' is written ['in brackets']", at);
    }
    return new PathStep.Members(List.of(text.substring(begin, at)));
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c >= 0x80 || "_-$@:/#+%&~!".indexOf(c) >= 0;
  }

  private PathStep bracket() throws SyntaxException {
    int open = at++;
    spaces();
    char first = peek(open);
    PathStep step;
    if (first == '\'' || first == '"') {
      step = new PathStep.Members(names(open));
    } else if (first == '*') {
      at++;
      step = new PathStep.All();
    } else if (first == '?') {
      at++;
      step = filter(open);
    } else {
      step = numbers(open);
    }
    spaces();
    if (peek(open) != ']') {
      throw error("expected ] but found '" + text.charAt(at) + "'", at);
    }
    at++;
    return step;
  }

  private List<String> names(int open) throws SyntaxException {
    List<String> names = new ArrayList<>();
    names.add(quoted(open));
    while (comma(open)) {
      char next = peek(open);
      if (next != '\'' && next != '"') {
        throw error("expected a quoted name", at);
      }
      names.add(quoted(open));
    }
    return names;
  }

  private boolean comma(int open) throws SyntaxException {
    spaces();
    if (peek(open) != ',') {
      return false;
    }
    at++;
    spaces();
    return true;
  }

  private String quoted(int open) throws SyntaxException {
    int begin = at;
    char quote = text.charAt(at++);
    StringBuilder name = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\') {
        at++;
      }
      name.append(peek(open));
      at++;
    }
    if (at == text.length()) {
      throw error("the quote is not closed", begin);
    }
    at++;
    return name.toString();
  }

  private PathStep numbers(int open) throws SyntaxException {
    Integer first = peek(open) == ':' ? null : number(open);
    spaces();
    if (peek(open) == ':') {
      return slice(open, first);
    }
    List<Integer> positions = new ArrayList<>();
    if (first != null) {
      positions.add(first);
    }
    while (comma(open)) {
      positions.add(number(open));
    }
    return new PathStep.Positions(positions);
  }

  private PathStep slice(int open, @Nullable Integer from) throws SyntaxException {
    @Nullable Integer to = boundAfterColon(open);
    Integer by = peek(open) == ':' ? boundAfterColon(open) : null;
    if (by != null && by < 1) {
      throw error("the step of a slice must be 1 or more", at);
    }
    return new PathStep.Slice(from, to, by == null ? 1 : by);
  }

  private @Nullable Integer boundAfterColon(int open) throws SyntaxException {
    at++;
    spaces();
    char next = peek(open);
    Integer bound = next == ':' || next == ']' ? null : number(open);
    spaces();
    return bound;
  }

  private int number(int open) throws SyntaxException {
    int begin = at;
    if (peek(open) == '-') {
      at++;
    }
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    try {
      return Integer.parseInt(text.substring(begin, at));
    } catch (NumberFormatException e) {
      throw error("expected a position, a quoted name, * or a filter in the brackets", begin);
    }
  }

  private PathStep filter(int open) throws SyntaxException {
    int begin = at;
    int depth = 0;
    while (depth > 0 || peek(open) != ']') {
      char c = peek(open);
      if (c == '\'' || c == '"') {
        quoted(open);
        continue;
      } else if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      } else if (text.startsWith("=~", at)) {
        throw error("a filter cannot use regular expressions here: use the matcher 'matches'", at);
      }
      at++;
    }
    String condition = text.substring(begin, at).strip();
    if (condition.isBlank()) {
      throw error("the filter is empty", begin);
    }
    try {
      return new PathStep.Where(PathFilter.compile(condition));
    } catch (SyntaxException e) {
      throw new SyntaxException(e.getMessage(), e.hint(), begin);
    }
  }

  private void spaces() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private char peek(int open) throws SyntaxException {
    if (at >= text.length()) {
      throw error("the bracket is not closed", open);
    }
    return text.charAt(at);
  }

  private SyntaxException error(String what, int offset) {
    return new SyntaxException("'" + text + "' is not a JSONPath: " + what, null, offset);
  }
}
