package dev.homeport.server.outbound;

import io.undertow.connector.ByteBufferPool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.conduits.ConduitStreamSinkChannel;
import org.xnio.conduits.ConduitStreamSourceChannel;

/**
 * A connection to another server, for one call after the other (RFC 9112, 9.3). Confined to its I/O
 * thread.
 */
final class UpstreamConnection {

  private final StreamConnection connection;
  private final ConduitStreamSourceChannel source;
  private final ConduitStreamSinkChannel sink;
  private final ByteBufferPool buffers;
  private final Consumer<UpstreamConnection> free;
  private @Nullable UpstreamCall call;
  private boolean used;
  private Runnable closed = () -> {};

  /**
   * @param free told when another call may follow
   */
  UpstreamConnection(
      StreamConnection connection, ByteBufferPool buffers, Consumer<UpstreamConnection> free) {
    this.connection = connection;
    this.source = connection.getSourceChannel();
    this.sink = connection.getSinkChannel();
    this.buffers = buffers;
    this.free = free;
    source.setReadListener(channel -> readable());
    sink.setWriteListener(channel -> writable());
  }

  /** What it goes over. */
  StreamConnection stream() {
    return connection;
  }

  /** Whether a call went over it before. */
  boolean isUsed() {
    return used;
  }

  /** Sends a request, when no other is under way. */
  UpstreamCall begin(OutboundRequest request, UpstreamCall.Listener listener) {
    UpstreamCall begun = new UpstreamCall(this, request, buffers.allocate(), listener);
    call = begun;
    begun.start();
    used = true;
    return begun;
  }

  private void readable() {
    UpstreamCall now = call;
    if (now == null) {
      // The other server ends it, or says what nobody asked for.
      close();
    } else {
      now.readable();
    }
  }

  private void writable() {
    UpstreamCall now = call;
    if (now == null) {
      sink.suspendWrites();
    } else {
      now.write();
    }
  }

  /** The call is over and has left the connection clean. */
  void release() {
    call = null;
    sink.suspendWrites();
    source.resumeReads();
    free.accept(this);
  }

  /** Tells whom to call when it is closed while it has no call. */
  void onClosed(Runnable told) {
    closed = told;
  }

  int read(ByteBuffer into) throws IOException {
    return source.read(into);
  }

  /** Whether to be told that something can be read; asked again and again while something can. */
  void wantToRead(boolean whether) {
    if (whether) {
      source.resumeReads();
    } else {
      source.suspendReads();
    }
  }

  /** Lets {@link UpstreamCall#readable} be called soon. */
  void wakeReader() {
    source.wakeupReads();
  }

  int write(ByteBuffer from) throws IOException {
    return sink.write(from);
  }

  boolean flush() throws IOException {
    return sink.flush();
  }

  void wantToWrite(boolean whether) {
    if (whether) {
      sink.resumeWrites();
    } else {
      sink.suspendWrites();
    }
  }

  void close() {
    call = null;
    IoUtils.safeClose(connection);
    closed.run();
  }
}
