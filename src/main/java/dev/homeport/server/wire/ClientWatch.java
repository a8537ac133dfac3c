package dev.homeport.server.wire;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioIoThread;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Learns that a client leaves while somebody else is waited for. Whoever ends its sending counts as
 * gone: what is done for it would be done for nobody. What it sends meanwhile, its next request,
 * stays for later; from then on only writing tells, and the end of the connection. On the I/O
 * thread of the connection.
 */
public final class ClientWatch {

  private static final AttachmentKey<Connection> CONNECTION =
      AttachmentKey.create(Connection.class);

  /** Of a connection, which has many requests: it is told of its end once, and cannot be untold. */
  private static final class Connection {

    private @Nullable ClientWatch watch;

    void closed() {
      if (watch != null) {
        watch.left();
      }
    }
  }

  private final AbstractServerConnection connection;
  private final Runnable gone;
  private boolean watches;
  private boolean reads;

  /**
   * @param gone run once, on the I/O thread
   */
  public ClientWatch(HttpServerExchange exchange, Runnable gone) {
    if (!(exchange.getConnection() instanceof AbstractServerConnection own)) {
      throw new IllegalStateException(exchange.getConnection().toString());
    }
    this.connection = own;
    this.gone = gone;
  }

  /** When the request has been read. */
  public void begin() {
    watches = true;
    if (!connection.isOpen()) {
      left();
      return;
    }
    ofConnection().watch = this;
    if (connection.getExtraBytes() == null) {
      reads = true;
      connection.getChannel().getSourceChannel().setReadListener(this::readable);
      connection.getOriginalSourceConduit().resumeReads();
    }
  }

  private Connection ofConnection() {
    Connection known = connection.getAttachment(CONNECTION);
    if (known != null) {
      return known;
    }
    Connection made = new Connection();
    connection.putAttachment(CONNECTION, made);
    connection.addCloseListener(closed -> onThread(made));
    return made;
  }

  /** Who closes a port closes its connections on a thread of its own. */
  private void onThread(Connection closed) {
    XnioIoThread thread = connection.getIoThread();
    if (thread == Thread.currentThread()) {
      closed.closed();
      return;
    }
    try {
      thread.execute(closed::closed);
    } catch (RejectedExecutionException e) {
      // The thread has ended, and with it all that it waited for.
      return;
    }
  }

  private void readable(ConduitStreamSourceChannel channel) {
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
      endReading();
      buffer.flip();
      connection.setExtraBytes(pooled);
      return;
    }
    pooled.close();
    if (count < 0) {
      left();
    }
  }

  private void left() {
    if (watches) {
      end();
      gone.run();
    }
  }

  /** Before the exchange ends, or another watches. */
  public void end() {
    if (watches) {
      watches = false;
      endReading();
      Connection known = connection.getAttachment(CONNECTION);
      if (known != null) {
        known.watch = null;
      }
    }
  }

  private void endReading() {
    if (reads) {
      reads = false;
      connection.getOriginalSourceConduit().suspendReads();
      connection.getChannel().getSourceChannel().setReadListener(null);
    }
  }
}
