package dev.homeport.server.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.xnio.conduits.ConduitStreamSinkChannel;

/**
 * Writes the frames of one connection in their order, as fast as the client takes them. What waits
 * is counted from the moment it is announced, so that it stays bounded whoever sends. All but
 * {@link #tryAnnounce} and {@link #waiting} is for the I/O thread of the connection.
 */
final class FrameWriter {

  /** Most bytes that may wait for a client; a single frame may be larger. */
  static final long MOST_WAITING = 8L << 20;

  /** So many buffers go in one write. */
  private static final int AT_ONCE = 16;

  private record Waiting(ByteBuffer frame, int length, @Nullable Receipt receipt) {}

  private final ConduitStreamSinkChannel channel;
  private final Runnable drained;
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private final AtomicLong waiting = new AtomicLong();
  private boolean endsWhenEmpty;

  /**
   * A writer with nothing to write.
   *
   * @param drained told when all that was written has left
   */
  FrameWriter(ConduitStreamSinkChannel channel, Runnable drained) {
    this.channel = channel;
    this.drained = drained;
  }

  /** Bytes that wait, announced ones included; on any thread. */
  long waiting() {
    return waiting.get();
  }

  /** Makes room for a frame that will be added; false when too much waits. On any thread. */
  boolean tryAnnounce(int bytes) {
    long before = waiting.getAndAdd(bytes);
    if (before > 0 && before + bytes > MOST_WAITING) {
      waiting.addAndGet(-bytes);
      return false;
    }
    return true;
  }

  /** A frame that was announced will not be added. */
  void takeBack(int bytes) {
    waiting.addAndGet(-bytes);
  }

  /** Adds a frame that was announced. */
  void add(byte[] frame, @Nullable Receipt receipt) {
    queue.add(new Waiting(ByteBuffer.wrap(frame), frame.length, receipt));
  }

  /** Adds a frame of the protocol, for which there is always room. */
  void addControl(byte[] frame) {
    waiting.addAndGet(frame.length);
    add(frame, null);
  }

  /** Nothing is sent any more but what waits. */
  void endWhenEmpty() {
    endsWhenEmpty = true;
  }

  /** Forgets what waits; what has left in part stays, or the client could not read on. */
  void dropUnbegun() {
    Waiting first = queue.peek();
    boolean isBegun = first != null && first.frame().position() > 0;
    Waiting kept = isBegun ? queue.poll() : null;
    lose();
    if (kept != null) {
      waiting.addAndGet(kept.length());
      queue.add(kept);
    }
  }

  /** Forgets all of it. */
  void lose() {
    for (Waiting each = queue.poll(); each != null; each = queue.poll()) {
      waiting.addAndGet(-each.length());
      if (each.receipt() != null) {
        each.receipt().lost();
      }
    }
  }

  /** Writes what the connection takes now, and the rest when it takes more. */
  void flush() throws IOException {
    while (!queue.isEmpty()) {
      ByteBuffer[] buffers =
          queue.stream().limit(AT_ONCE).map(Waiting::frame).toArray(ByteBuffer[]::new);
      // An array: what stands alone could look like a refusal of Undertow's, which is explained.
      long written = channel.write(buffers, 0, buffers.length);
      handOver();
      if (written == 0) {
        channel.resumeWrites();
        return;
      }
    }
    if (!channel.flush()) {
      channel.resumeWrites();
      return;
    }
    channel.suspendWrites();
    if (endsWhenEmpty) {
      channel.shutdownWrites();
      channel.flush();
    }
    drained.run();
  }

  private void handOver() {
    for (Waiting first = queue.peek();
        first != null && !first.frame().hasRemaining();
        first = queue.peek()) {
      queue.poll();
      waiting.addAndGet(-first.length());
      if (first.receipt() != null) {
        first.receipt().handedOver();
      }
    }
  }
}
