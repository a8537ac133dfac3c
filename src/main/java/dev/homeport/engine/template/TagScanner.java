package dev.homeport.engine.template;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.template.Piece.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a source text into texts and tags, with exact offsets. It knows where a tag ends, so that
 * {@code {"a":{{n}}}} is an expression and a brace, which Handlebars alone refuses.
 */
final class TagScanner {

  private static final String OPEN = "{{";

  private final String source;
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private TagScanner(String source) {
    this.source = source;
  }

  static List<Piece> scan(String source) throws SyntaxException {
    TagScanner scanner = new TagScanner(source);
    scanner.run();
    return scanner.pieces;
  }

  private void run() throws SyntaxException {
    int from = 0;
    while (true) {
      int open = source.indexOf(OPEN, from);
      if (open < 0) {
        text.append(source, from, source.length());
        flush();
        return;
      }
      text.append(source, from, open);
      if (precededBy(open, 1)) {
        text.setLength(text.length() - 1);
        if (!precededBy(open, 2)) {
          from = literalBraces(open);
          continue;
        }
      }
      from = tag(open);
    }
  }

  private boolean precededBy(int open, int backslashes) {
    return open >= backslashes && source.charAt(open - backslashes) == '\\';
  }

  /** {@code \{{x}}} → {@code {{x}}}. */
  private int literalBraces(int open) {
    int end = open;
    while (end < source.length() && source.charAt(end) == '{') {
      text.append('{');
      end++;
    }
    return end;
  }

  private void flush() {
    if (text.length() > 0) {
      pieces.add(new Piece.Text(text.toString()));
      text.setLength(0);
    }
  }

  private int tag(int open) throws SyntaxException {
    if (source.startsWith("{{{{", open)) {
      throw refused("raw blocks, {{{{…}}}},", open);
    }
    boolean raw = source.startsWith("{{{", open);
    if (raw && isBlockSign(open + 3)) { // a brace of JSON before {{#if}}
      text.append('{');
      return tag(open + 1);
    }
    int inner = open + (raw ? 3 : 2);
    boolean trimBefore = charAt(inner) == '~';
    if (trimBefore) {
      inner++;
    }
    if (!raw && charAt(inner) == '!') {
      return comment(open, inner, trimBefore);
    }
    inner = skipBlanks(inner);
    Kind kind = Kind.VALUE;
    switch (charAt(inner)) {
      case '>' -> throw refused("partials", open);
      case '*' -> throw refused("decorators", open);
      case '=' -> throw refused("changes of the delimiters", open);
      case '&' -> {
        raw = true;
        return close(open, new TagLexer(source, open, inner + 1, false), kind, true, trimBefore);
      }
      case '#' -> {
        kind = Kind.OPEN;
        inner++;
        refuseBlockForms(inner, open);
      }
      case '/' -> {
        kind = Kind.CLOSE;
        inner++;
      }
      case '^' -> {
        kind = Kind.ELSE;
        inner++;
      }
      default -> {
        // an expression, or `else`
      }
    }
    return close(open, new TagLexer(source, open, inner, raw), kind, raw, trimBefore);
  }

  private int close(int open, TagLexer lexer, Kind kind, boolean raw, boolean trimBefore)
      throws SyntaxException {
    lexer.run();
    List<Token> tokens = lexer.tokens();
    Kind actual = kind;
    if (kind == Kind.ELSE && !tokens.isEmpty()) {
      throw new SyntaxException("{{^…}} is not available", "write {{#unless …}}…{{/unless}}", open);
    }
    if (kind == Kind.VALUE && !tokens.isEmpty() && tokens.get(0).isWord("else")) {
      actual = Kind.ELSE;
      tokens = tokens.subList(1, tokens.size());
    }
    flush();
    pieces.add(
        new Piece.Tag(
            actual, raw, List.copyOf(tokens), open, lexer.end(), trimBefore, lexer.trimAfter()));
    return lexer.end();
  }

  private int comment(int open, int sign, boolean trimBefore) throws SyntaxException {
    boolean dashes = source.startsWith("!--", sign);
    int end;
    boolean trimAfter;
    if (dashes) {
      int plain = source.indexOf("--}}", sign + 1);
      int trimming = source.indexOf("--~}}", sign + 1);
      trimAfter = trimming >= 0 && (plain < 0 || trimming < plain);
      end = trimAfter ? trimming + 5 : plain + 4;
      if (plain < 0 && trimming < 0) {
        throw new SyntaxException("the comment is not closed", "write --}} at its end", open);
      }
    } else {
      int plain = source.indexOf("}}", sign);
      if (plain < 0) {
        throw new SyntaxException("the comment is not closed", "write }} at its end", open);
      }
      trimAfter = source.charAt(plain - 1) == '~';
      end = plain + 2;
    }
    flush();
    pieces.add(new Piece.Tag(Kind.COMMENT, false, List.of(), open, end, trimBefore, trimAfter));
    return end;
  }

  private boolean isBlockSign(int index) {
    int at = charAt(index) == '~' ? index + 1 : index;
    char sign = charAt(at);
    return sign == '#' || sign == '/' || sign == '!';
  }

  private void refuseBlockForms(int index, int open) throws SyntaxException {
    if (charAt(index) == '>') {
      throw refused("partials", open);
    }
    if (charAt(index) == '*') {
      throw refused("inline partials and decorators", open);
    }
  }

  private int skipBlanks(int index) {
    int at = index;
    while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
      at++;
    }
    return at;
  }

  private char charAt(int index) {
    return index < source.length() ? source.charAt(index) : '\0';
  }

  private static SyntaxException refused(String what, int open) {
    return new SyntaxException(
        what + " are not available in templates", "write \\{{ for two braces as text", open);
  }
}
