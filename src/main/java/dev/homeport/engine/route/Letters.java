package dev.homeport.engine.route;

import dev.homeport.diagnostic.Suggestion;

/** How alike two segments are, and a guess at it that costs nothing. Stateless. */
final class Letters {

  /** Texts that have less in common than this are two different ones. */
  static final int DIFFERENT = 9;

  private static final int CASE_ONLY = 1;
  private static final int LEAST = 2;
  private static final int SPREAD = 6;

  /** Of longer texts the beginnings are compared. */
  private static final int LONGEST = 64;

  private Letters() {}

  /**
   * Which letters occur in a text, in any case, one bit for several of them: two texts that differ
   * in so many bits are at least half as many edits apart.
   */
  static long of(String text) {
    long letters = 0;
    for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
      letters |= 1L << Character.toLowerCase(text.charAt(i));
    }
    return letters;
  }

  /**
   * At most what {@link #difference} says.
   *
   * @param lettersOfA what {@link #of} says of the text
   */
  static int leastDifference(String a, long lettersOfA, String b, long lettersOfB) {
    if (lettersOfA == lettersOfB && a.equalsIgnoreCase(b)) {
      return CASE_ONLY;
    }
    int lengthOfA = Math.min(a.length(), LONGEST);
    int lengthOfB = Math.min(b.length(), LONGEST);
    int edits = (Long.bitCount(lettersOfA ^ lettersOfB) + 1) / 2;
    return graded(Math.max(edits, Math.abs(lengthOfA - lengthOfB)), lengthOfA, lengthOfB);
  }

  /** From 1, they differ in case only, to {@link #DIFFERENT}; not for equal texts. */
  static int difference(String a, String b) {
    if (a.equalsIgnoreCase(b)) {
      return CASE_ONLY;
    }
    String beginOfA = begin(a);
    String beginOfB = begin(b);
    return graded(Suggestion.distance(beginOfA, beginOfB), beginOfA.length(), beginOfB.length());
  }

  private static int graded(int edits, int lengthOfA, int lengthOfB) {
    int longer = Math.max(lengthOfA, lengthOfB);
    return edits * 2 > longer ? DIFFERENT : LEAST + (longer == 0 ? 0 : edits * SPREAD / longer);
  }

  private static String begin(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(java.util.Locale.ROOT);
  }
}
