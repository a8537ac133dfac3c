package dev.homeport.server.wire;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Asks a connection whether its client may have left while it waited. Stateless. */
final class ClientPresence {

  private ClientPresence() {}

  /**
   * Whether the client will send nothing more. It has left, or wants nothing but this answer: only
   * writing tells, for who has left answers with a reset, upon which the next write fails (RFC
   * 9293, 3.10.7.1). What has come of a next request is put back.
   */
  static boolean hasEndedSending(HttpServerExchange exchange) {
    if (!(exchange.getConnection() instanceof AbstractServerConnection connection)
        || connection.getExtraBytes() != null) {
      return false;
    }
    PooledByteBuffer pooled = connection.getByteBufferPool().allocate();
    ByteBuffer buffer = pooled.getBuffer();
    int count;
    try {
      count = connection.getOriginalSourceConduit().read(buffer);
    } catch (IOException e) {
      count = -1;
    }
    if (count > 0) {
      buffer.flip();
      connection.setExtraBytes(pooled);
    } else {
      pooled.close();
    }
    return count < 0;
  }
}
