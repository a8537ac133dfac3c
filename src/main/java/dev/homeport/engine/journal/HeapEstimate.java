package dev.homeport.engine.journal;

import dev.homeport.engine.http.Headers;
import java.util.List;

/** What an entry costs. Sizes of objects are those of a 64-bit JVM with compressed references. */
final class HeapEstimate {

  /** The entry itself, its arrival, the address of the client, the outcome, a slot in the ring. */
  private static final int ENTRY = 280;

  /** Headers with their list, empty. */
  private static final int HEADERS = 64;

  /** A place in a list. */
  private static final int SLOT = 4;

  /** A field, its place in the list, and two strings without their characters. */
  private static final int FIELD = 24 + SLOT + 2 * 40;

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
    long bytes =
        ENTRY
            + STRING
            + entry.target().length()
            + of(entry.headers())
            + ARRAY
            + entry.body().length;
    Outcome outcome = entry.outcome();
    if (outcome instanceof Outcome.Unmatched unmatched) {
      bytes += unmatched.why().bytes();
    }
    bytes += entry.forwarded().map(OutboundResult::bytes).orElse(0);
    boolean shared = outcome instanceof Outcome.ByRoute route && route.shares(body);
    bytes += shared ? ofShared(entry.responseHeaders()) : of(entry.responseHeaders());
    if (!shared || entry.isResponseCut()) {
      bytes += ARRAY + entry.responseBody().length; // the beginning is a copy
    }
    return (int) Math.min(bytes, Integer.MAX_VALUE);
  }

  /** Fields that a route keeps, in a list of their own; of what the wire adds one is new. */
  private static long ofShared(Headers headers) {
    return HEADERS + SLOT * (long) headers.fields().size() + FIELD;
  }

  private static long of(Headers headers) {
    List<Headers.Field> fields = headers.fields();
    long bytes = HEADERS;
    for (int i = 0; i < fields.size(); i++) {
      Headers.Field field = fields.get(i);
      bytes += FIELD + field.name().length() + field.value().length();
    }
    return bytes;
  }
}
