package dev.homeport.engine.journal;

/** What an entry costs. Sizes of objects are those of a 64-bit JVM with compressed references. */
final class HeapEstimate {

  /** The entry itself, its head, the address of the client, the outcome, a slot in the ring. */
  private static final int ENTRY = 256;

  /** A string without its characters: the object and its array. */
  private static final int STRING = 40;

  private static final int ARRAY = 16;

  private HeapEstimate() {}

  /**
   * Of an entry.
   *
   * @param body of the response, as it was before it was cut
   */
  static int of(Entry entry, byte[] body) {
    long bytes = ENTRY + STRING + ARRAY;
    bytes += entry.headLength();
    bytes += entry.body().length;
    Outcome outcome = entry.outcome();
    if (outcome instanceof Outcome.Unmatched unmatched) {
      bytes += unmatched.why().bytes();
    }
    bytes += entry.forwarded().map(OutboundResult::bytes).orElse(0);
    boolean shared = outcome instanceof Outcome.ByRoute route && route.shares(body);
    if (!shared || entry.isResponseCut()) {
      bytes += ARRAY + entry.responseBody().length; // the beginning is a copy
    }
    return (int) Math.min(bytes, Integer.MAX_VALUE);
  }
}
