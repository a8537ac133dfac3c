package dev.homeport.engine.template;

import java.util.List;

/** A text or a tag: what a source text is made of. */
sealed interface Piece {

  /** Text between tags, escapes resolved. */
  record Text(String content) implements Piece {}

  /**
   * One tag, {@code {{…}}}.
   *
   * @param raw whether it is {@code {{{…}}}}, which is not escaped
   * @param offset 0-based index of its first brace
   * @param end index after its last brace
   * @param trimBefore whether a tilde takes away the white space before it
   * @param trimAfter whether a tilde takes away the white space after it
   */
  record Tag(
      Kind kind,
      boolean raw,
      List<Token> tokens,
      int offset,
      int end,
      boolean trimBefore,
      boolean trimAfter)
      implements Piece {

    /** Whether the tag takes its line away when nothing else stands on it. */
    boolean standsAlone() {
      return kind != Kind.VALUE;
    }
  }

  enum Kind {
    VALUE,
    OPEN,
    ELSE,
    CLOSE,
    COMMENT
  }
}
