package dev.homeport.engine.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One word inside a tag.
 *
 * @param text what was written; of a string the characters between its quotes
 * @param offset 0-based index of its first character in the source
 */
record Token(Kind kind, String text, int offset) {

  enum Kind {
    /** A name, a path, a number, {@code true}: whatever stands without quotes. */
    WORD,
    STRING,
    OPEN_PARENTHESIS,
    CLOSE_PARENTHESIS,
    EQUALS,
    BAR
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  /** As it was written, for messages. */
  String quoted() {
    return kind == Kind.STRING ? "\"" + text + "\"" : "'" + text + "'";
  }

  static @Nullable Token at(List<Token> tokens, int index) {
    return index < tokens.size() ? tokens.get(index) : null;
  }
}
