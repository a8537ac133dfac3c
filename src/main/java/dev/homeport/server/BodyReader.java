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
import org.xnio.ChannelListener;
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

    /** The framing is broken, or the client went away; Undertow has closed the connection then. */
    void broken();
  }

  private final HttpServerExchange exchange;
  private final long maxBytes;
  private final BodyMemory memory;
  private final Outcome outcome;
  private final ByteArrayOutputStream body;
  private long taken;

  BodyReader(HttpServerExchange exchange, long maxBytes, BodyMemory memory, Outcome outcome) {
    this.exchange = exchange;
    this.maxBytes = maxBytes;
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
          next.proceed();
        });
    if (exchange.getRequestContentLength() > maxBytes) {
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
    Turn.now(exchange, resumed -> read(channel));
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
          return;
        }
        buffer.flip();
        if (taken + count > maxBytes) {
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
