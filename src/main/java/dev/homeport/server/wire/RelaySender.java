package dev.homeport.server.wire;

import dev.homeport.engine.answer.Fault;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;
import org.xnio.channels.StreamSinkChannel;

/**
 * Sends the body of another server's answer on as it comes, a piece at a time: a slow client holds
 * one piece, and slows the other server. On the I/O thread of the exchange, which is that of the
 * other connection, too.
 */
final class RelaySender {

  /** Then others have their turn. */
  private static final int PIECES_A_TURN = 16;

  private final HttpServerExchange exchange;
  private final XnioIoThread thread;
  private final StreamSinkChannel channel;
  private final Relay relay;
  private final @Nullable Fault fault;
  private final @Nullable Timetable timetable;
  private final PooledByteBuffer pooled;
  private final ByteBuffer piece;
  private final ClientWatch client;

  /** Of what is sent before the fault. */
  private long left;

  private XnioExecutor.@Nullable Key alarm;
  private boolean over;

  private RelaySender(HttpServerExchange exchange, Outgoing outgoing, Relay relay) {
    this.exchange = exchange;
    this.thread = exchange.getIoThread();
    this.channel = exchange.getResponseChannel();
    this.relay = relay;
    this.fault = outgoing.fault();
    this.left = fault == null ? Long.MAX_VALUE : outgoing.length();
    this.timetable =
        outgoing.pace() == null ? null : new Timetable(outgoing.pace(), Long.MAX_VALUE);
    this.pooled = exchange.getConnection().getByteBufferPool().allocate();
    this.piece = pooled.getBuffer().limit(0);
    this.client = new ClientWatch(exchange, this::abort);
  }

  /** Sends it after a head that is set, and ends the exchange; on any thread. */
  static void send(HttpServerExchange exchange, Outgoing outgoing, Relay relay) {
    RelaySender sender = new RelaySender(exchange, outgoing, relay);
    exchange.dispatch(exchange.getIoThread(), sender::start);
  }

  private void start() {
    channel.getWriteSetter().set(writable -> goOn());
    client.begin();
    goOn();
  }

  private void goOn() {
    if (over || alarm != null) {
      return;
    }
    try {
      for (int i = 0; i < PIECES_A_TURN; i++) {
        if (!drained() || !filled()) {
          return;
        }
      }
      channel.suspendWrites();
      thread.execute(this::goOn);
    } catch (IOException | RuntimeException e) {
      // The head is promised already: only an end in the middle says that it is not kept.
      pushOut();
      abort();
    }
  }

  /** What has come before the other server broke off reaches the client, if that takes it. */
  private void pushOut() {
    try {
      if (!piece.hasRemaining()) {
        channel.flush();
      }
    } catch (IOException e) {
      // The client has gone, too.
      return;
    }
  }

  /** Whether the connection has taken the piece. */
  private boolean drained() throws IOException {
    while (piece.hasRemaining()) {
      if (channel.write(piece) == 0) {
        channel.resumeWrites();
        return false;
      }
    }
    return true;
  }

  /** Whether there is another piece, now. */
  private boolean filled() throws IOException {
    int most = (int) Math.min(piece.capacity(), left);
    if (most == 0) {
      finish();
      return false;
    }
    long wait = timetable == null ? 0 : timetable.millisToNext(System.nanoTime());
    if (wait > 0) {
      await(wait);
      return false;
    }
    piece.clear().limit((int) Math.min(most, timetable == null ? most : timetable.bytesOfNext()));
    int count = relay.read(piece);
    piece.flip();
    if (count < 0) {
      finish();
      return false;
    } else if (count == 0) {
      flush();
      relay.whenReady(this::goOn);
      return false;
    }
    left -= count;
    if (timetable != null) {
      timetable.sent(count);
    }
    return true;
  }

  private void await(long millis) throws IOException {
    flush();
    alarm =
        thread.executeAfter(
            () -> {
              alarm = null;
              goOn();
            },
            millis,
            TimeUnit.MILLISECONDS);
  }

  private void flush() throws IOException {
    if (channel.flush()) {
      channel.suspendWrites();
    } else {
      channel.resumeWrites();
    }
  }

  private void finish() {
    if (release()) {
      if (fault == null) {
        exchange.endExchange();
      } else {
        FaultSender.send(exchange, fault);
      }
    }
  }

  private void abort() {
    if (release()) {
      IoUtils.safeClose(exchange.getConnection());
      exchange.endExchange();
    }
  }

  private boolean release() {
    if (over) {
      return false;
    }
    over = true;
    client.end();
    if (alarm != null) {
      alarm.remove();
    }
    relay.close();
    pooled.close();
    return true;
  }
}
