package dev.homeport.server.outbound;

import dev.homeport.server.wire.Inflow;
import io.undertow.connector.PooledByteBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One request on a connection, and its answer. It reads no further than it is asked to: who takes
 * the body slowly makes the other server slow. Confined to the I/O thread of the connection.
 */
final class UpstreamCall implements Inflow {

  /** What the JDK copies outside of the heap for a write, at most. */
  private static final int PIECE_BYTES = 64 * 1024;

  /** Hears of one call: one of the two, once. */
  interface Listener {

    /** The answer begins; its body is to be read to its end, or closed. */
    void answered(ResponseHead head, Inflow body);

    /**
     * There is no answer.
     *
     * @param nothingCame whether not a byte of one had come
     */
    void broken(IOException why, boolean nothingCame);
  }

  private final UpstreamConnection connection;
  private final PooledByteBuffer pooled;
  private final Listener listener;
  private final boolean isHead;
  private final ByteBuffer head;
  private final ByteBuffer body;

  private HeadParser parser = new HeadParser();
  private @Nullable Framing framing;
  private boolean keepsConnection;
  private boolean sent;
  private boolean over;
  private @Nullable IOException writeFailure;

  /** Thrown once what came before it has been taken. */
  private @Nullable BrokenAnswerException broken;

  private @Nullable Runnable ready;

  /**
   * @param pooled for what is read; given back when it is over
   */
  UpstreamCall(
      UpstreamConnection connection,
      OutboundRequest request,
      PooledByteBuffer pooled,
      Listener listener) {
    this.connection = connection;
    this.pooled = pooled;
    this.listener = listener;
    this.isHead = request.isHead();
    this.head = ByteBuffer.wrap(request.head());
    this.body = ByteBuffer.wrap(request.body());
  }

  void start() {
    pooled.getBuffer().limit(0);
    connection.wantToRead(true);
    write();
  }

  void write() {
    if (sent || writeFailure != null) {
      connection.wantToWrite(false);
      return;
    }
    try {
      sent = drain(head) && drain(body) && connection.flush();
      connection.wantToWrite(!sent);
    } catch (IOException e) {
      // The other server may have answered before it had all: reading tells.
      writeFailure = e;
      connection.wantToWrite(false);
      connection.wakeReader();
    }
  }

  private boolean drain(ByteBuffer bytes) throws IOException {
    int end = bytes.capacity();
    while (bytes.position() < end) {
      bytes.limit(Math.min(end, bytes.position() + PIECE_BYTES));
      if (connection.write(bytes) == 0) {
        return false;
      }
    }
    return true;
  }

  void readable() {
    if (framing == null) {
      readHead();
      return;
    }
    connection.wantToRead(false);
    Runnable told = ready;
    ready = null;
    if (told != null) {
      told.run();
    }
  }

  private void readHead() {
    ResponseHead answer;
    try {
      answer = nextHead();
      if (answer == null) {
        return;
      }
      framing = Framing.of(answer, isHead);
    } catch (IOException e) {
      close();
      listener.broken(writeFailure == null ? e : writeFailure, parser.isUntouched());
      return;
    }
    connection.wantToRead(false);
    keepsConnection = answer.keepsConnection();
    listener.answered(answer, this);
  }

  /** The head of the final answer, or null when it has not come whole. */
  private @Nullable ResponseHead nextHead() throws IOException {
    ByteBuffer raw = pooled.getBuffer();
    while (true) {
      int count = raw.hasRemaining() ? raw.remaining() : fill(raw);
      if (count < 0) {
        throw new BrokenAnswerException("closed the connection before it answered");
      } else if (count == 0) {
        return null;
      }
      ResponseHead next = parser.take(raw);
      if (next != null && !next.isInterim()) {
        return next;
      } else if (next != null && next.status() == 101) {
        throw new BrokenAnswerException("changes to a protocol that nobody asked for");
      } else if (next != null) {
        parser = new HeadParser();
      }
    }
  }

  private int fill(ByteBuffer raw) throws IOException {
    raw.clear();
    try {
      return connection.read(raw);
    } finally {
      raw.flip();
    }
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    Framing body = framing;
    if (over || body == null) {
      return -1;
    }
    int begin = into.position();
    try {
      move(body, into);
    } catch (BrokenAnswerException e) {
      broken = e;
    }
    int moved = into.position() - begin;
    if (moved == 0 && broken != null) {
      throw broken;
    } else if (moved == 0 && body.isOver()) {
      end(body);
      return -1;
    }
    return moved;
  }

  private void move(Framing body, ByteBuffer into) throws IOException {
    ByteBuffer raw = pooled.getBuffer();
    int begin = into.position();
    while (into.position() == begin && !body.isOver() && broken == null) {
      int count = raw.hasRemaining() ? raw.remaining() : fill(raw);
      if (count == 0) {
        return;
      } else if (count < 0) {
        body.ended();
      } else {
        body.move(raw, into);
      }
    }
  }

  private void end(Framing body) {
    boolean isClean = sent && !pooled.getBuffer().hasRemaining();
    if (!isClean || !keepsConnection || !body.leavesConnection()) {
      close();
      return;
    }
    over = true;
    pooled.close();
    connection.release();
  }

  @Override
  public void whenReady(Runnable told) {
    if (over) {
      return;
    }
    ready = told;
    if (pooled.getBuffer().hasRemaining()) {
      connection.wakeReader();
    } else {
      connection.wantToRead(true);
    }
  }

  /** Ends the connection, too; nobody hears of it. */
  @Override
  public void close() {
    if (!over) {
      over = true;
      pooled.close();
      connection.close();
    }
  }
}
