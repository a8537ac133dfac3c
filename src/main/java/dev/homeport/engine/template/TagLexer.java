package dev.homeport.engine.template;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Takes the inside of one tag apart and finds its end. */
final class TagLexer {

  /** Characters that end a word, from the Handlebars language. */
  private static final String STOPS = "!\"#%&'()*+,;<=>^`{|}~";

  private final String source;
  private final int open;
  private final boolean raw;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private boolean trimAfter;

  /**
   * @param open index of the tag's first brace
   * @param inner index of the first character to read
   * @param raw whether three braces close the tag
   */
  TagLexer(String source, int open, int inner, boolean raw) {
    this.source = source;
    this.open = open;
    this.at = inner;
    this.raw = raw;
  }

  List<Token> tokens() {
    return tokens;
  }

  /** The index after the closing braces. */
  int end() {
    return at;
  }

  boolean trimAfter() {
    return trimAfter;
  }

  void run() throws SyntaxException {
    while (!closed()) {
      if (at >= source.length()) {
        throw unclosed();
      }
      char c = source.charAt(at);
      switch (c) {
        case '(' -> single(Kind.OPEN_PARENTHESIS);
        case ')' -> single(Kind.CLOSE_PARENTHESIS);
        case '=' -> single(Kind.EQUALS);
        case '|' -> single(Kind.BAR);
        case '"', '\'' -> string(c);
        default -> {
          if (Character.isWhitespace(c)) {
            at++;
          } else {
            word();
          }
        }
      }
    }
  }

  private boolean closed() {
    String braces = raw ? "}}}" : "}}";
    if (source.startsWith(braces, at)) {
      at += braces.length();
      return true;
    }
    if (source.startsWith("~" + braces, at)) {
      at += 1 + braces.length();
      trimAfter = true;
      return true;
    }
    return false;
  }

  private void single(Kind kind) {
    tokens.add(new Token(kind, source.substring(at, at + 1), at));
    at++;
  }

  private void string(char quote) throws SyntaxException {
    int start = at;
    StringBuilder text = new StringBuilder();
    at++;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '\\' && at + 1 < source.length() && source.charAt(at + 1) == quote) {
        text.append(quote);
        at += 2;
        continue;
      }
      at++;
      if (c == quote) {
        tokens.add(new Token(Kind.STRING, text.toString(), start));
        return;
      }
      text.append(c);
    }
    throw new SyntaxException("the quote " + quote + " is not closed", null, start);
  }

  private void word() throws SyntaxException {
    int start = at;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '[') {
        int end = source.indexOf(']', at);
        if (end < 0) {
          throw new SyntaxException("'[' is not closed", null, at);
        }
        at = end;
      } else if (Character.isWhitespace(c) || STOPS.indexOf(c) >= 0) {
        break;
      }
      at++;
    }
    if (at == start) {
      throw unexpected();
    }
    tokens.add(new Token(Kind.WORD, source.substring(start, at), start));
  }

  private SyntaxException unexpected() {
    char c = source.charAt(at);
    if (c == '}' || c == '{') {
      return new SyntaxException(
          raw ? "{{{ is closed by three braces, found '}'" : "unexpected '" + c + "' in a template",
          raw ? "write }}}, or a space after the first brace: { {{" : "close the tag with }}",
          at);
    }
    return new SyntaxException(
        "unexpected '" + c + "' in a template",
        "put operators in quotes, math 2 '*' 3, and compare by name, eq a b",
        at);
  }

  private SyntaxException unclosed() {
    return new SyntaxException(
        "{{ is not closed", "write }}, or \\{{ for two braces as text", open);
  }
}
