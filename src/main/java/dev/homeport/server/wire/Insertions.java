package dev.homeport.server.wire;

import dev.homeport.server.socket.Receipt;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What others say in a stream, until its client takes it. Safe for any number of threads; bounded:
 * the stream of a client that takes nothing breaks off.
 */
final class Insertions {

  /** Most bytes that wait; a single message may be larger. */
  private static final long MOST_WAITING = 8L << 20;

  @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
  private record Waiting(byte[] piece, Receipt receipt) {}

  private final Deque<Waiting> queue = new ArrayDeque<>(0);
  private long bytes;
  private boolean isTooMuch;
  private boolean isClosed;

  /** Adds a piece, unless too much waits. */
  synchronized void add(byte[] piece, Receipt receipt) {
    if (bytes > 0 && bytes + piece.length > MOST_WAITING) {
      isTooMuch = true;
    }
    if (isTooMuch || isClosed) {
      receipt.lost();
      return;
    }
    bytes += piece.length;
    queue.add(new Waiting(piece, receipt));
  }

  /**
   * The next piece, which is as good as sent; null for none.
   *
   * @throws IllegalStateException when too much has waited
   */
  synchronized byte @Nullable [] next() {
    if (isTooMuch) {
      throw new IllegalStateException("more than " + MOST_WAITING + " bytes wait to be read");
    }
    Waiting next = queue.poll();
    if (next == null) {
      return null;
    }
    bytes -= next.piece().length;
    next.receipt().handedOver();
    return next.piece();
  }

  /** Nothing is taken any more. */
  synchronized void close() {
    isClosed = true;
    queue.forEach(each -> each.receipt().lost());
    queue.clear();
  }
}
