package dev.homeport.engine.route;

/**
 * Up to sixteen characters of ASCII as two numbers, so that a text can be compared without a look
 * at an object of its own: where there are thousands of routes, that is not in the caches of the
 * processor.
 */
final class ShortText {

  /** For a text that is longer, or has other characters; no number of characters is negative. */
  static final long NONE = -1;

  private static final int HALF = Long.BYTES;

  private ShortText() {}

  /** The first eight characters, or {@link #NONE}. */
  static long first(String text) {
    return text.length() > 2 * HALF ? NONE : packed(text, 0, Math.min(HALF, text.length()));
  }

  /** The others, or {@link #NONE}. */
  static long second(String text) {
    return text.length() > 2 * HALF ? NONE : packed(text, HALF, text.length());
  }

  private static long packed(String text, int from, int to) {
    long packed = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == 0 || c > 0x7f) {
        return NONE;
      }
      packed = packed << Byte.SIZE | c;
    }
    return packed;
  }
}
