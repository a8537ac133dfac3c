package dev.homeport.server.wire;

import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.IoUtils;
import org.xnio.conduits.ReadReadyHandler;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Says nothing to a client until it ends its sending or its connection. Holds no thread: the
 * connection tells the I/O thread. What the client still sends is dropped.
 */
final class SilentWait implements ReadReadyHandler {

  private static final int PIECE_BYTES = 1024;

  private final HttpServerExchange exchange;
  private final StreamSourceConduit source;

  private SilentWait(HttpServerExchange exchange, StreamSourceConduit source) {
    this.exchange = exchange;
    this.source = source;
  }

  /** On the I/O thread of the connection. */
  static void begin(HttpServerExchange exchange) {
    if (!(exchange.getConnection() instanceof AbstractServerConnection connection)) {
      throw new IllegalStateException(exchange.getConnection().toString());
    }
    connection.addCloseListener(closed -> exchange.endExchange());
    if (!connection.isOpen()) {
      exchange.endExchange();
      return;
    }
    StreamSourceConduit source = connection.getOriginalSourceConduit();
    source.setReadReadyHandler(new SilentWait(exchange, source));
    source.resumeReads();
  }

  @Override
  public void readReady() {
    ByteBuffer dropped = ByteBuffer.allocate(PIECE_BYTES);
    try {
      int read = source.read(dropped);
      while (read > 0) {
        dropped.clear();
        read = source.read(dropped);
      }
      if (read < 0) {
        end();
      }
    } catch (IOException e) {
      end();
    }
  }

  @Override
  public void forceTermination() {
    end();
  }

  @Override
  public void terminated() {
    end();
  }

  private void end() {
    IoUtils.safeClose(exchange.getConnection());
    exchange.endExchange();
  }
}
