package dev.homeport.engine.journal;

/**
 * How much a journal holds.
 *
 * @param entries most requests, at least 1; 10,000 by default
 * @param bytes most bytes of heap by the estimate of {@link Entry#bytes}; 64 MiB by default. The
 *     newest request is held even if it alone is larger
 * @param body most bytes that are kept of one request body and of one response body; the rest is
 *     cut, and said to be; 1 MiB by default
 */
public record JournalLimits(int entries, long bytes, int body) {

  /** 10,000 requests, 64 MiB, bodies of 1 MiB. */
  public static final JournalLimits DEFAULT = new JournalLimits(10_000, 64L << 20, 1 << 20);

  /** Most requests that anybody may ask for. */
  public static final int MAX_ENTRIES = 1 << 26;

  /** A quarter as much, bodies as large. */
  public JournalLimits quarter() {
    return new JournalLimits(Math.max(1, entries / 4), Math.max(1, bytes / 4), body);
  }

  public JournalLimits {
    if (entries < 1 || entries > MAX_ENTRIES) {
      throw new IllegalArgumentException(
          "a journal of " + entries + " entries (1 to " + MAX_ENTRIES + ")");
    }
    if (bytes < 1 || body < 0) {
      throw new IllegalArgumentException(
          "a journal of " + bytes + " bytes with bodies of " + body + " bytes");
    }
  }
}
