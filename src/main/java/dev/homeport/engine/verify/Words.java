package dev.homeport.engine.verify;

/** Pieces of sentences that several verdicts share. */
final class Words {

  private Words() {}

  /** {@code 1 request}, {@code 3 requests}. */
  static String requests(long count) {
    return count == 1 ? "1 request" : count + " requests";
  }

  /** {@code found 2 of 3 requests}; when there were none, that none came. */
  static String found(long count, long total) {
    return total == 0 ? "found 0: no request came" : "found " + count + " of " + requests(total);
  }

  /** That requests were dropped, and what can be done. */
  static String overflow(long dropped, String unknown) {
    return "the journal overflowed: "
        + requests(dropped)
        + (dropped == 1 ? " was" : " were")
        + " dropped, so "
        + unknown
        + " (let it hold more: --journal-entries, --journal-bytes; or reset it more often)";
  }

  /** That bodies were cut. */
  static String cut(long count, String unknown) {
    return "of "
        + requests(count)
        + " the journal kept only the beginning of the body, so "
        + unknown;
  }
}
