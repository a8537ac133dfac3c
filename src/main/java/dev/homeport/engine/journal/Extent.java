package dev.homeport.engine.journal;

/**
 * How much a journal holds, and what it had to drop since the start or the last time it was
 * cleared. Each number is exact; while requests come in, they may be of slightly different moments.
 *
 * @param entries how many requests are held
 * @param bytes the estimated heap that these keep
 * @param oldest the id of the oldest one; when none is held, the id of the next one
 * @param dropped how many requests went
 */
public record Extent(long entries, long bytes, long oldest, long dropped) {

  /** The id of the first request since the journal was started or cleared, held or not. */
  public long first() {
    return oldest - dropped;
  }
}
