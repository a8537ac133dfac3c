package dev.homeport.engine.route;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.http.PathSegments;
import dev.homeport.engine.regex.TextPattern;
import dev.homeport.engine.template.VariableName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the path of a route's key apart. Used once, by one thread. */
final class PathPatternParser {

  /** The expression of a variable that has none. */
  private static final String ANY = "";

  private static final SegmentPattern VARIABLE = new SegmentPattern.Variable();
  private static final SegmentPattern REST = new SegmentPattern.Rest();

  private final String text;
  private final List<SegmentPattern> segments = new ArrayList<>();
  private final List<String> variables = new ArrayList<>();
  private int at;

  PathPatternParser(String text) {
    this.text = text;
  }

  PathPattern parse() throws SyntaxException {
    if (!text.startsWith("/")) {
      throw new SyntaxException(
          "the path '" + text + "' does not begin with a slash", "write /" + text, 0);
    }
    at = 1;
    while (true) {
      segment();
      if (at >= text.length()) {
        return new PathPattern(text, segments, variables);
      }
      if (segments.get(segments.size() - 1) instanceof SegmentPattern.Rest) {
        throw new SyntaxException("{*…} takes the rest of the path", "put it at the end", at);
      }
      at++;
    }
  }

  /** Reads up to the next slash outside braces. */
  private void segment() throws SyntaxException {
    int start = at;
    List<Piece> pieces = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '/') {
      if (text.charAt(at) == '{') {
        literal(literal, start, pieces);
        pieces.add(variable());
      } else {
        literal.append(literalCharacter());
      }
    }
    literal(literal, start, pieces);
    segments.add(compiled(pieces, start));
  }

  private char literalCharacter() throws SyntaxException {
    char c = text.charAt(at);
    switch (c) {
      case '?' ->
          throw new SyntaxException(
              "a path has no query string, found '" + text.substring(at) + "'",
              "put it under when.query",
              at);
      case '#' -> throw new SyntaxException("a path has no '#'", "servers never see it", at);
      case '}' ->
          throw new SyntaxException("a '}' without its '{'", "variables are written {name}", at);
      case ' ' -> throw new SyntaxException("a path has no spaces", "write %20", at);
      default -> at++;
    }
    return c;
  }

  private void literal(StringBuilder literal, int start, List<Piece> pieces)
      throws SyntaxException {
    if (literal.isEmpty()) {
      return;
    }
    try {
      String decoded = PathSegments.decode(literal.toString());
      if (pieces.isEmpty() && (decoded.equals(".") || decoded.equals(".."))) {
        boolean whole = at >= text.length() || text.charAt(at) == '/';
        if (whole) {
          throw new SyntaxException(
              "'" + literal + "' never reaches a route", "dot segments are resolved before", start);
        }
      }
      pieces.add(new Piece(decoded, null, null));
    } catch (IllegalArgumentException e) {
      throw new SyntaxException(
          "'" + literal + "' has a bad percent-escape", "write %25 for %", start);
    }
    literal.setLength(0);
  }

  private Piece variable() throws SyntaxException {
    int open = at;
    int close = closingBrace(open);
    String inside = text.substring(open + 1, close);
    at = close + 1;
    boolean rest = inside.startsWith("*");
    int colon = inside.indexOf(':');
    String name = rest ? inside.substring(1) : colon < 0 ? inside : inside.substring(0, colon);
    if (!VariableName.isOne(name)) {
      throw new SyntaxException(
          "'{" + inside + "}' is not a variable",
          "write {name}, {name:expression} or {*name}",
          open);
    }
    if (variables.contains(name)) {
      throw new SyntaxException("the variable '" + name + "' occurs twice in the path", null, open);
    }
    variables.add(name.intern());
    if (rest) {
      return new Piece(null, null, name);
    }
    return new Piece(
        null, colon < 0 ? ANY : expression(inside.substring(colon + 1), open + colon + 2), null);
  }

  private String expression(String expression, int offset) throws SyntaxException {
    if (expression.isEmpty()) {
      throw new SyntaxException("the expression after the colon is empty", "write {name}", offset);
    }
    try {
      TextPattern.compile(expression, false);
    } catch (SyntaxException e) {
      throw new SyntaxException(e.getMessage(), e.hint(), offset + e.offset());
    }
    return expression;
  }

  /** The brace that closes, counting braces inside an expression ({@code {id:[0-9]{3}}}). */
  private int closingBrace(int open) throws SyntaxException {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    throw new SyntaxException("a '{' without its '}'", "variables are written {name}", open);
  }

  private SegmentPattern compiled(List<Piece> pieces, int start) throws SyntaxException {
    if (pieces.isEmpty()) {
      return new SegmentPattern.Literal("");
    }
    Piece first = pieces.get(0);
    if (pieces.size() == 1) {
      String literal = first.literal();
      if (literal != null) {
        return new SegmentPattern.Literal(literal);
      }
      if (first.rest() != null) {
        return REST;
      }
      String expression = first.expression();
      return expression == null || expression.equals(ANY)
          ? VARIABLE
          : new SegmentPattern.Expression(TextPattern.compile(expression, false));
    }
    return mixed(pieces, start);
  }

  /** One expression for the whole segment, with a group for each variable. */
  private static SegmentPattern mixed(List<Piece> pieces, int start) throws SyntaxException {
    StringBuilder whole = new StringBuilder("\\A(?s:");
    StringBuilder shape = new StringBuilder();
    List<Integer> groups = new ArrayList<>();
    int group = 1;
    int literals = 0;
    for (Piece piece : pieces) {
      if (piece.rest() != null) {
        throw new SyntaxException("{*…} takes whole segments", "put a slash before it", start);
      }
      String literal = piece.literal();
      String expression = piece.expression();
      if (literal != null) {
        whole.append(quoted(literal));
        shape.append(new SegmentPattern.Literal(literal).shape());
        literals += literal.length();
      } else if (expression != null) {
        groups.add(group);
        boolean any = expression.equals(ANY);
        whole.append('(').append(any ? ".+" : expression).append(')');
        shape.append(any ? "{}" : "{:" + expression + "}");
        group += 1 + (any ? 0 : TextPattern.compile(expression, false).groupCount());
      }
    }
    TextPattern pattern = TextPattern.compile(whole.append(")\\z").toString(), false);
    return new SegmentPattern.Mixed(shape.toString(), literals, pattern, groups);
  }

  private static String quoted(String literal) {
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      if (c < 128 && !Character.isLetterOrDigit(c)) {
        quoted.append('\\');
      }
      quoted.append(c);
    }
    return quoted.toString();
  }

  /** A literal, a variable's expression (empty for any text), or the name of a rest. */
  private record Piece(
      @Nullable String literal, @Nullable String expression, @Nullable String rest) {}
}
