package dev.homeport.server.wire;

import dev.homeport.engine.answer.Fault;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/**
 * Sends a body piece by piece, and then its fault if it has one. Files are read on worker threads,
 * a piece at a time; while the client is slow to take a piece, or a piece waits for its time, no
 * thread is held. One for each exchange; its steps follow each other.
 */
final class BodySender implements IoCallback {

  /** Also bounds what the JDK copies outside of the heap for each write. */
  static final int PIECE_BYTES = 64 * 1024;

  private final Iterator<Segment> segments;
  private final boolean readsFile;
  private final @Nullable Fault fault;
  private final @Nullable Timetable timetable;
  private @Nullable ByteBuffer memory;
  private @Nullable InputStream file;
  private long fileLeft;
  private byte @Nullable [] piece;
  private int mostOfPiece;

  /**
   * @param mayHaveLeft whether the client may be gone; a first piece of one byte finds it out
   */
  BodySender(Outgoing outgoing, boolean mayHaveLeft) {
    this.segments = outgoing.body().iterator();
    this.readsFile = outgoing.readsFile();
    this.fault = outgoing.fault();
    this.timetable =
        outgoing.pace() == null ? null : new Timetable(outgoing.pace(), outgoing.length());
    this.mostOfPiece = mayHaveLeft ? 1 : PIECE_BYTES;
  }

  /** Sends all of it and ends the exchange; once, on the exchange's thread of the moment. */
  void start(HttpServerExchange exchange) {
    if (readsFile) {
      exchange.addExchangeCompleteListener(
          (ended, others) -> {
            IoUtils.safeClose(file);
            others.proceed();
          });
    }
    goOn(exchange);
  }

  private void goOn(HttpServerExchange exchange) {
    long wait = timetable == null ? 0 : timetable.millisToNext(System.nanoTime());
    if (wait > 0) {
      Turn.later(exchange, wait, this::goOn);
    } else if (readsFile && exchange.isInIoThread()) {
      Turn.onWorker(exchange, this::send);
    } else {
      send(exchange);
    }
  }

  private void send(HttpServerExchange exchange) {
    try {
      ByteBuffer next = next();
      mostOfPiece = PIECE_BYTES;
      if (next == null) {
        finish(exchange);
        return;
      }
      if (timetable != null) {
        timetable.sent(next.remaining());
      }
      exchange.getResponseSender().send(next, this);
    } catch (IOException | RuntimeException e) {
      // The length is promised already: only an end in the middle says that it is not kept.
      abort(exchange);
    }
  }

  @Override
  public void onComplete(HttpServerExchange exchange, Sender sender) {
    goOn(exchange);
  }

  @Override
  public void onException(HttpServerExchange exchange, Sender sender, IOException exception) {
    abort(exchange);
  }

  private @Nullable ByteBuffer next() throws IOException {
    ByteBuffer bytes = memory;
    if (bytes != null && bytes.limit() < bytes.capacity()) {
      int end = Math.min(bytes.limit() + most(), bytes.capacity());
      bytes.position(bytes.limit()).limit(end);
      return bytes;
    }
    if (file != null && fileLeft > 0) {
      return nextOfFile(file);
    }
    closeFile();
    if (!segments.hasNext()) {
      return null;
    }
    Segment segment = segments.next();
    if (segment instanceof Segment.Bytes next) {
      memory = ByteBuffer.wrap(next.content()).limit(0);
    } else if (segment instanceof Segment.Slice slice) {
      file = slice.content().open(slice.from());
      fileLeft = slice.length();
    }
    return next();
  }

  private int most() {
    return timetable == null ? mostOfPiece : (int) Math.min(mostOfPiece, timetable.bytesOfNext());
  }

  private ByteBuffer nextOfFile(InputStream stream) throws IOException {
    byte[] buffer = piece;
    if (buffer == null) {
      buffer = new byte[(int) Math.min(PIECE_BYTES, fileLeft)];
    }
    buffer = buffer.length < Math.min(PIECE_BYTES, fileLeft) ? new byte[PIECE_BYTES] : buffer;
    piece = buffer;
    int most = Math.min(buffer.length, most());
    int read = stream.readNBytes(buffer, 0, (int) Math.min(most, fileLeft));
    if (read == 0) {
      throw new IOException("the file has become shorter");
    }
    fileLeft -= read;
    return ByteBuffer.wrap(buffer, 0, read);
  }

  private void finish(HttpServerExchange exchange) {
    if (fault == null) {
      exchange.endExchange();
    } else {
      FaultSender.send(exchange, fault);
    }
  }

  private void abort(HttpServerExchange exchange) {
    IoUtils.safeClose(exchange.getConnection());
    exchange.endExchange();
  }

  private void closeFile() {
    IoUtils.safeClose(file);
    file = null;
  }
}
