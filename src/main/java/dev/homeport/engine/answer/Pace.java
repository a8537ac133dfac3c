package dev.homeport.engine.answer;

import java.time.Duration;

/**
 * How slowly a body leaves, once its first byte may. A body leaves in pieces, each of which waits
 * for its time. Immutable, safe to share.
 */
public sealed interface Pace {

  /** The most chunks. */
  int MOST_CHUNKS = 10_000;

  /**
   * Where the piece ends that begins at an offset.
   *
   * @param from in bytes, less than the length
   * @param length of the body in bytes
   */
  long end(long from, long length);

  /** How long after the first piece the one that begins at an offset leaves. */
  Duration due(long from, long length);

  /**
   * So many bytes a second, in some twenty pieces a second. The first byte leaves at once, with the
   * head.
   *
   * @param bytesPerSecond from 1
   */
  record Rate(long bytesPerSecond) implements Pace {

    private static final int PIECES_PER_SECOND = 20;

    public Rate {
      if (bytesPerSecond < 1) {
        throw new IllegalArgumentException("bytesPerSecond " + bytesPerSecond);
      }
    }

    @Override
    public long end(long from, long length) {
      long piece = Math.max(1, bytesPerSecond / PIECES_PER_SECOND);
      return from == 0 ? 1 : from + Math.min(piece, length - from);
    }

    @Override
    public Duration due(long from, long length) {
      double seconds = from == 0 ? 0 : (double) end(from, length) / bytesPerSecond;
      return Duration.ofNanos((long) (seconds * 1e9));
    }
  }

  /**
   * In pieces of about the same size, the first at once, the last when the time is over.
   *
   * @param chunks 2 to {@link #MOST_CHUNKS}; a body of fewer bytes has fewer
   */
  record Chunks(int chunks, Duration over) implements Pace {

    public Chunks {
      if (chunks < 2 || chunks > MOST_CHUNKS) {
        throw new IllegalArgumentException("chunks " + chunks);
      }
    }

    @Override
    public long end(long from, long length) {
      long count = Math.min(chunks, length);
      return begin(chunkOf(from, length, count) + 1, length, count);
    }

    @Override
    public Duration due(long from, long length) {
      long count = Math.min(chunks, length);
      long chunk = chunkOf(from, length, count);
      return chunk == 0 ? Duration.ZERO : over.multipliedBy(chunk).dividedBy(count - 1);
    }

    private static long begin(long chunk, long length, long count) {
      return (long) ((double) chunk * length / count);
    }

    private static long chunkOf(long offset, long length, long count) {
      long chunk = (long) ((double) offset * count / length);
      while (chunk + 1 < count && begin(chunk + 1, length, count) <= offset) {
        chunk++;
      }
      return chunk;
    }
  }
}
