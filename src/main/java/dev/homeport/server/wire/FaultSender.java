package dev.homeport.server.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.homeport.engine.answer.Fault;
import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.IoUtils;
import org.xnio.Options;

/**
 * Does to a connection what a fault says, once all that comes before it has been handed to the
 * connection. Every fault ends the connection and the exchange. Stateless.
 */
final class FaultSender {

  /** A size is hexadecimal (RFC 9112, 7.1). */
  private static final byte[] BROKEN_CHUNK = "no size\r\n".getBytes(US_ASCII);

  private FaultSender() {}

  static void send(HttpServerExchange exchange, Fault fault) {
    if (fault instanceof Fault.Empty || fault instanceof Fault.Cut) {
      close(exchange);
    } else if (fault instanceof Fault.Reset) {
      reset(exchange);
    } else if (fault instanceof Fault.Garbage garbage) {
      closeAfter(exchange, garbage.bytes());
    } else if (fault instanceof Fault.MalformedChunk) {
      closeAfter(exchange, BROKEN_CHUNK);
    } else if (fault instanceof Fault.Hang) {
      exchange.dispatch(exchange.getIoThread(), () -> SilentWait.begin(exchange));
    } else {
      throw new AssertionError(fault);
    }
  }

  private static void close(HttpServerExchange exchange) {
    IoUtils.safeClose(exchange.getConnection());
    exchange.endExchange();
  }

  private static void reset(HttpServerExchange exchange) {
    try {
      exchange.getConnection().setOption(Options.CLOSE_ABORT, true);
    } catch (IOException e) {
      // The client has gone already.
      close(exchange);
      return;
    }
    close(exchange);
  }

  /** A client that does not even take these few bytes sees the connection end before them. */
  private static void closeAfter(HttpServerExchange exchange, byte[] raw) {
    ByteBuffer bytes = ByteBuffer.wrap(raw);
    try {
      if (exchange.getConnection() instanceof AbstractServerConnection connection) {
        while (bytes.hasRemaining() && connection.getOriginalSinkConduit().write(bytes) > 0) {}
      }
    } catch (IOException e) {
      // The client has gone already.
      close(exchange);
      return;
    }
    close(exchange);
  }
}
