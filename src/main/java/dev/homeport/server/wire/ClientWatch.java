package dev.homeport.server.wire;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Learns that a client leaves while somebody else is waited for. Whoever ends its sending counts as
 * gone: what is done for it would be done for nobody. What it sends meanwhile, its next request,
 * stays for later; from then on only writing tells. On the I/O thread of the connection.
 */
public final class ClientWatch {

  private final HttpServerExchange exchange;
  private final Runnable gone;
  private boolean watches;

  /**
   * @param gone run once, on the I/O thread
   */
  public ClientWatch(HttpServerExchange exchange, Runnable gone) {
    this.exchange = exchange;
    this.gone = gone;
  }

  /** When the request has been read. */
  public void begin() {
    AbstractServerConnection connection = connection();
    if (connection.getExtraBytes() == null && connection.isOpen()) {
      watches = true;
      connection.getChannel().getSourceChannel().setReadListener(this::readable);
      connection.getOriginalSourceConduit().resumeReads();
    }
  }

  private AbstractServerConnection connection() {
    if (exchange.getConnection() instanceof AbstractServerConnection connection) {
      return connection;
    }
    throw new IllegalStateException(exchange.getConnection().toString());
  }

  private void readable(ConduitStreamSourceChannel channel) {
    AbstractServerConnection connection = connection();
    StreamSourceConduit source = connection.getOriginalSourceConduit();
    PooledByteBuffer pooled = connection.getByteBufferPool().allocate();
    ByteBuffer buffer = pooled.getBuffer();
    int count;
    try {
      count = source.read(buffer);
    } catch (IOException e) {
      count = -1;
    }
    if (count > 0) {
      end();
      buffer.flip();
      connection.setExtraBytes(pooled);
      return;
    }
    pooled.close();
    if (count < 0 && watches) {
      end();
      gone.run();
    }
  }

  /** Before the exchange ends, or another watches. */
  public void end() {
    if (watches) {
      watches = false;
      AbstractServerConnection connection = connection();
      connection.getOriginalSourceConduit().suspendReads();
      connection.getChannel().getSourceChannel().setReadListener(null);
    }
  }
}
