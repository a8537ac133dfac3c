package dev.homeport.engine.verify;

/** Pieces of sentences that several verdicts share. */
final class Words {

  private Words() {}

  /** {@code 1 request}, {@code 3 requests}. */
  static String requests(long count) {
    return count == 1 ? "1 request" : count + " requests";
  }

  /** {@code found 2}, {@code found none}. */
  static String found(long count) {
    return "found " + (count == 0 ? "none" : Long.toString(count));
  }

  /** {@code (3 requests came)}, at the end of a sentence. */
  static String outOf(long total) {
    return total == 0 ? " (no request came)" : " (" + requests(total) + " came)";
  }

  /** That requests were dropped, what that means, and what can be done. */
  static String overflow(long dropped, String unknown) {
    return "the journal overflowed: "
        + requests(dropped)
        + (dropped == 1 ? " was" : " were")
        + " dropped, so "
        + unknown
        + " (let it hold more with journal-entries and journal-bytes, or reset it more often)";
  }

  /** That bodies were cut, and what that means. */
  static String cut(long count, String unknown) {
    return "the journal kept only the beginning of "
        + (count == 1 ? "a body" : count + " bodies")
        + ", so "
        + unknown;
  }
}
