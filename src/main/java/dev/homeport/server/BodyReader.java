package dev.homeport.server;

import dev.homeport.server.wire.Turn;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;

/**
 * Reads the body of one request without holding a thread, up to a limit. Its steps follow each
 * other.
 */
final class BodyReader implements ChannelListener<StreamSourceChannel> {

  /** What becomes of it; called once, within the exchange. */
  interface Outcome {

    void complete(byte[] body);

    /** The body is larger than allowed. */
    void tooLarge();

    /** Too many bodies are being read at the same time. */
    void noMemory();

    /** Nothing came for too long. */
    void tooSlow();

    /** The framing is broken, or the client went away; Undertow has closed the connection then. */
    void broken();
  }

  private final HttpServerExchange exchange;
  private final BodyLimits limits;
  private final BodyMemory memory;
  private final Outcome outcome;
  private final ByteArrayOutputStream body;
  private long taken;
  private XnioExecutor.@Nullable Key alarm;

  BodyReader(HttpServerExchange exchange, BodyLimits limits, BodyMemory memory, Outcome outcome) {
    this.exchange = exchange;
    this.limits = limits;
    this.memory = memory;
    this.outcome = outcome;
    long announced = exchange.getRequestContentLength();
    this.body = new ByteArrayOutputStream((int) Math.min(Math.max(announced, 32), 64 * 1024));
  }

  /** Begins to read, within the exchange. */
  void start() {
    exchange.addExchangeCompleteListener(
        (ended, next) -> {
          memory.giveBack(taken);
          stopAlarm();
          next.proceed();
        });
    if (exchange.getRequestContentLength() > limits.mostBytes()) {
      outcome.tooLarge();
      return;
    }
    if (HttpContinue.requiresContinueResponse(exchange)) {
      HttpContinue.sendContinueResponse(exchange, afterContinue());
    } else {
      read(exchange.getRequestChannel());
    }
  }

  private IoCallback afterContinue() {
    return new IoCallback() {
      @Override
      public void onComplete(HttpServerExchange continued, Sender sender) {
        read(exchange.getRequestChannel());
      }

      @Override
      public void onException(HttpServerExchange continued, Sender sender, IOException exception) {
        outcome.broken();
      }
    };
  }

  /** More has come, outside of the exchange's call. */
  @Override
  public void handleEvent(StreamSourceChannel channel) {
    channel.suspendReads();
    stopAlarm();
    Turn.now(exchange, resumed -> read(channel));
  }

  /** Rings on the thread that calls the listener, so that only one of the two goes on. */
  private void setAlarm(StreamSourceChannel channel) {
    try {
      alarm =
          exchange
              .getIoThread()
              .executeAfter(
                  () -> {
                    channel.suspendReads();
                    Turn.now(exchange, late -> outcome.tooSlow());
                  },
                  limits.patience().toMillis(),
                  TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The server is being closed; what came in the last moment ends with it.
      IoUtils.safeClose(exchange.getConnection());
    }
  }

  private void stopAlarm() {
    XnioExecutor.Key set = alarm;
    if (set != null) {
      set.remove();
      alarm = null;
    }
  }

  private void read(StreamSourceChannel channel) {
    try (PooledByteBuffer pooled = exchange.getConnection().getByteBufferPool().allocate()) {
      ByteBuffer buffer = pooled.getBuffer();
      while (true) {
        buffer.clear();
        int count = channel.read(buffer);
        if (count < 0) {
          break;
        }
        if (count == 0) {
          channel.getReadSetter().set(this);
          channel.resumeReads();
          setAlarm(channel);
          return;
        }
        buffer.flip();
        if (taken + count > limits.mostBytes()) {
          outcome.tooLarge();
          return;
        }
        if (!memory.tryTake(count)) {
          outcome.noMemory();
          return;
        }
        taken += count;
        keep(buffer);
      }
    } catch (IOException e) {
      outcome.broken();
      return;
    }
    outcome.complete(body.toByteArray());
  }

  private void keep(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    body.writeBytes(bytes);
  }
}
