package dev.homeport.definition.yaml;

import dev.homeport.diagnostic.Location;

/** Cuts out of a file what its author would call one thing, for messages to quote. */
record Pieces(YamlSource source) {

  /** The rest of the line as one value, a comment and white space behind it left out. */
  String restOfLine(int offset) {
    int end = source.lineEnd(source.lineOf(offset));
    for (int i = offset + 1; i < end; i++) {
      if (source.charAt(i) == '#' && YamlSource.isBlank(source.charAt(i - 1))) {
        end = i;
      }
    }
    return source.text().substring(Math.min(offset, end), end).strip();
  }

  /** A value between braces or brackets: up to the comma, brace or bracket behind it. */
  String untilComma(int offset) {
    String rest = restOfLine(offset);
    int end = 0;
    while (end < rest.length() && ",]}".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    return rest.substring(0, end).strip();
  }

  /** A value as it would be written without quotes, between braces or not. */
  String value(int offset, boolean inFlow) {
    String value = inFlow ? untilComma(offset) : restOfLine(offset);
    return value.isEmpty() ? String.valueOf(source.charAt(offset)) : value;
  }

  /** A key or the first word of something else: up to a colon, else the rest of the line. */
  String key(int offset) {
    String rest = restOfLine(offset);
    int colon = rest.indexOf(':');
    return Shown.value(colon > 0 ? rest.substring(0, colon).strip() : rest);
  }

  /**
   * A text with brackets in it, {@code $.a[0]} or {@code $..x[?(@.a == 1)].b}, up to where it ends.
   *
   * @param begin where the text begins
   * @param bracket where its first bracket is
   */
  String withBrackets(int begin, int bracket) {
    int lineEnd = source.lineEnd(source.lineOf(bracket));
    int depth = 0;
    int at = bracket;
    for (; at < lineEnd; at++) {
      char c = source.charAt(at);
      if (c == '[' || c == '{') {
        depth++;
      } else if (depth > 0 && (c == ']' || c == '}')) {
        depth--;
      } else if (depth == 0 && " ,:]}".indexOf(c) >= 0) {
        break;
      }
    }
    return source.text().substring(begin, at).strip();
  }

  /** {@code line 3, column 5}. */
  String place(int offset) {
    Location at = source.locate(offset);
    return "line " + at.line() + ", column " + at.column();
  }

  int line(int offset) {
    return source.lineOf(offset) + 1;
  }

  /** Whether only white space stands before an offset on its line. */
  boolean beginsLine(int offset) {
    return source.firstInk(source.lineOf(offset)) >= offset;
  }

  /** The first key on a line, behind the {@code - } of a list. */
  int firstKey(int line) {
    int at = source.firstInk(line);
    while (source.charAt(at) == '-' && YamlSource.isBlank(source.charAt(at + 1))) {
      at++;
      while (YamlSource.isBlank(source.charAt(at))) {
        at++;
      }
    }
    return at;
  }

  boolean isBlankBetween(int from, int to) {
    return from <= to && source.text().substring(from, to).isBlank();
  }
}
