package dev.homeport.engine.journal;

/** What an entry costs. Sizes of objects are those of a 64-bit JVM with compressed references. */
final class HeapEstimate {

  /** The entry itself, the address of the client, a slot in the ring. */
  private static final int ENTRY = 208;

  /** A string without its characters: the object and its array. */
  private static final int STRING = 40;

  private static final int ARRAY = 16;

  /** What is known of a message, with its array of connections. */
  private static final int MESSAGE = 24 + ARRAY;

  private HeapEstimate() {}

  /**
   * Of an entry.
   *
   * @param isBodyKept whether the body of the response is there anyway
   */
  static int of(Entry entry, boolean isBodyKept) {
    long bytes = ENTRY + STRING + ARRAY;
    bytes += entry.headLength();
    bytes += entry.body().length;
    MessageNote note = entry.note();
    if (note != null) {
      bytes += MESSAGE + 8L * note.connections().length;
    }
    Outcome.Unmatched unmatched = entry.unmatched();
    if (unmatched != null) {
      bytes += unmatched.why().bytes();
    }
    OutboundResult forwarded = entry.outbound();
    if (forwarded != null) {
      bytes += forwarded.bytes();
    }
    if (!isBodyKept || entry.isResponseCut()) {
      bytes += ARRAY + entry.responseBody().length; // the beginning is a copy
    }
    return (int) Math.min(bytes, Integer.MAX_VALUE);
  }
}
