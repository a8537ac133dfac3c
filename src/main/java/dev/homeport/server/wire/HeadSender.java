package dev.homeport.server.wire;

import dev.homeport.engine.answer.Fault;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;

/** Sends the head of a response whose fault comes before any of its body. Stateless. */
final class HeadSender {

  private HeadSender() {}

  /** Holds no thread while the client is slow to take it. */
  static void send(HttpServerExchange exchange, Fault fault) {
    StreamSinkChannel channel = exchange.getResponseChannel();
    try {
      if (channel.flush()) {
        FaultSender.send(exchange, fault);
        return;
      }
    } catch (IOException e) {
      abort(exchange);
      return;
    }
    channel
        .getWriteSetter()
        .set(
            ChannelListeners.flushingChannelListener(
                flushed -> FaultSender.send(exchange, fault), (failed, e) -> abort(exchange)));
    channel.resumeWrites();
  }

  private static void abort(HttpServerExchange exchange) {
    IoUtils.safeClose(exchange.getConnection());
    exchange.endExchange();
  }
}
