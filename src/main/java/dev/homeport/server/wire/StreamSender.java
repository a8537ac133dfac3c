package dev.homeport.server.wire;

import dev.homeport.server.control.Feed;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSinkChannel;

/**
 * Sends one feed: takes a piece when the one before has been handed to the connection, so that a
 * slow client holds one piece and no more. All but {@link #wake} runs on the I/O thread of the
 * connection, a piece at a time, so that others have their turn.
 */
final class StreamSender {

  private final HttpServerExchange exchange;
  private final Feed feed;
  private final StreamSinkChannel channel;
  private final AtomicBoolean isDue = new AtomicBoolean();
  private @Nullable ByteBuffer piece;
  private XnioExecutor.@Nullable Key alarm;
  private boolean over;

  private StreamSender(HttpServerExchange exchange, Feed feed) {
    this.exchange = exchange;
    this.feed = feed;
    this.channel = exchange.getResponseChannel();
  }

  /** Sends what the feed gives after a head that is set, and closes the feed; on any thread. */
  static void send(HttpServerExchange exchange, Feed feed) {
    StreamSender sender = new StreamSender(exchange, feed);
    exchange.dispatch(exchange.getIoThread(), sender::start);
  }

  private void start() {
    exchange.getConnection().addCloseListener(closed -> finish());
    channel.getWriteSetter().set(writable -> send());
    feed.onMore(this::wake);
    setAlarm();
    send();
  }

  /** On any thread. */
  private void wake() {
    if (isDue.compareAndSet(false, true)) {
      try {
        exchange.getIoThread().execute(this::send);
      } catch (RejectedExecutionException e) {
        // The server's threads have ended, and with them the connection.
        return;
      }
    }
  }

  private void send() {
    isDue.set(false);
    if (over) {
      return;
    }
    try {
      if (piece == null) {
        take();
      } else {
        write(piece);
      }
    } catch (IOException | RuntimeException e) {
      // The client has gone, or gets to see that it does not have all.
      IoUtils.safeClose(exchange.getConnection());
      finish();
    }
  }

  private void take() throws IOException {
    byte[] next = feed.next();
    if (next != null) {
      piece = ByteBuffer.wrap(next);
      write(piece);
    } else if (feed.isEnded()) {
      finish();
    } else if (channel.flush()) { // the head must not wait for the first piece
      channel.suspendWrites();
    } else {
      channel.resumeWrites();
    }
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.write(bytes) == 0) {
        channel.resumeWrites();
        return;
      }
    }
    if (!channel.flush()) {
      channel.resumeWrites();
      return;
    }
    piece = null;
    channel.suspendWrites();
    wake();
  }

  private void setAlarm() {
    long millis = feed.patience().toMillis();
    if (millis > 0) {
      alarm = exchange.getIoThread().executeAfter(this::beat, millis, TimeUnit.MILLISECONDS);
    }
  }

  /** Also the way to learn that a client has gone. */
  private void beat() {
    if (!over) {
      setAlarm();
      if (piece == null) {
        piece = ByteBuffer.wrap(feed.heartbeat());
        wake();
      }
    }
  }

  private void finish() {
    if (!over) {
      over = true;
      if (alarm != null) {
        alarm.remove();
      }
      feed.close();
      exchange.endExchange();
    }
  }
}
