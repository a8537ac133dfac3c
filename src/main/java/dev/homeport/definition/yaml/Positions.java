package dev.homeport.definition.yaml;

import java.util.Arrays;

/**
 * The offsets in a file of a text's characters, filled in from the left while the text's source is
 * read again. Should the second reading ever differ from the parser's, the rest keeps the offset of
 * the last character that both agree on. One thread.
 */
final class Positions {

  private final String value;
  private final int[] offsets;
  private int filled;
  private boolean differs;
  private boolean ended;

  /**
   * @param value the text as the parser made it
   * @param end the offset behind the scalar, for the place behind the last character
   */
  Positions(String value, int end) {
    this.value = value;
    this.offsets = new int[value.length() + 1];
    Arrays.fill(offsets, end);
  }

  /** The next character of the text is this one and stands there. */
  void add(char c, int offset) {
    if (differs) {
      return;
    }
    if (filled == value.length()) {
      end(offset);
      return;
    }
    if (value.charAt(filled) != c) {
      differs = true;
      Arrays.fill(offsets, filled, offsets.length, filled == 0 ? offset : offsets[filled - 1]);
      return;
    }
    offsets[filled++] = offset;
  }

  /** Where the text ends, for the place behind its last character; the first time counts. */
  void end(int offset) {
    if (!ended && complete()) {
      offsets[filled] = offset;
      ended = true;
    }
  }

  /** One offset a character, and one for the end. */
  int[] offsets() {
    return offsets;
  }

  /** Whether the source gave exactly the parser's text. */
  boolean complete() {
    return !differs && filled == value.length();
  }
}
