package dev.homeport.definition.yaml;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * What is known when the parser gives up.
 *
 * @param context what it was reading, in its words; may be empty
 * @param problem which rule was broken, in its words
 * @param from where it began to read that
 * @param at where it gave up
 * @param last the text read last, or null
 * @param innermost the opening brace or bracket of the innermost mapping or list, or -1
 */
record Trouble(
    String context, String problem, int from, int at, @Nullable Text last, int innermost) {

  boolean inFlow() {
    return innermost >= 0;
  }

  /**
   * A scalar.
   *
   * @param begin its first character, a quote included
   * @param end behind its last character
   */
  record Text(int begin, int end, ScalarStyle style) {

    boolean isPlain() {
      return style == ScalarStyle.PLAIN;
    }

    boolean isQuoted() {
      return style == ScalarStyle.SINGLE_QUOTED || style == ScalarStyle.DOUBLE_QUOTED;
    }

    boolean isBlock() {
      return style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
    }
  }
}
