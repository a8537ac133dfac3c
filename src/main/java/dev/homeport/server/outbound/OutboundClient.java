package dev.homeport.server.outbound;

import io.undertow.connector.ByteBufferPool;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.IoFuture;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.XnioIoThread;
import org.xnio.ssl.SslConnection;

/**
 * Calls other servers, as far as that is allowed, on the I/O threads of this one: no thread waits
 * for an answer. HTTP/1.1, plain or with TLS. Redirects are answers like others, and no proxy of
 * the environment is used. Nothing is started or opened before the first call. Safe for any number
 * of threads.
 */
public final class OutboundClient implements AutoCloseable {

  /** Looking a host up blocks. */
  private static final int LOOK_UP_THREADS = 4;

  private static final OptionMap SOCKET = OptionMap.create(Options.TCP_NODELAY, true);

  private final AllowedTargets allowed;
  private final OutboundLimits limits;
  private final ByteBufferPool buffers;
  private final ExecutorService lookUps;
  private final Map<XnioIoThread, IdleConnections> idle = new ConcurrentHashMap<>();

  /** Null before the first call that needs it. */
  private volatile @Nullable TlsConnector tls;

  /** A client that calls nobody yet. */
  public OutboundClient(AllowedTargets allowed, OutboundLimits limits, ByteBufferPool buffers) {
    this.allowed = allowed;
    this.limits = limits;
    this.buffers = buffers;
    this.lookUps = lookUpThreads();
  }

  private static ExecutorService lookUpThreads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            LOOK_UP_THREADS,
            LOOK_UP_THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "homeport-look-up");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /**
   * Sends a request. To be called on an I/O thread, on which all of the call then happens.
   *
   * @return what cancels it
   */
  public OutboundCall call(
      XnioIoThread thread, OutboundRequest request, OutboundCall.Listener listener) {
    OutboundCall call = new OutboundCall(this, thread, request, listener);
    call.start();
    return call;
  }

  /** Which servers may be called. */
  public AllowedTargets allowed() {
    return allowed;
  }

  OutboundLimits limits() {
    return limits;
  }

  ByteBufferPool buffers() {
    return buffers;
  }

  ExecutorService lookUps() {
    return lookUps;
  }

  /** To be used on that thread alone. */
  IdleConnections idle(XnioIoThread thread) {
    return idle.computeIfAbsent(thread, any -> new IdleConnections(any, limits));
  }

  /**
   * Reads what the JDK trusts, the first time; blocks.
   *
   * @throws GeneralSecurityException when that cannot be read
   */
  synchronized void prepareTls() throws GeneralSecurityException {
    if (tls == null) {
      tls = TlsConnector.of(buffers);
    }
  }

  /** Opens a connection; with TLS, once that is prepared. */
  IoFuture<? extends StreamConnection> open(
      XnioIoThread thread,
      InetSocketAddress address,
      boolean isSecure,
      Consumer<StreamConnection> opened) {
    return isSecure
        ? prepared().open(thread, address, opened)
        : thread.openStreamConnection(address, opened::accept, SOCKET);
  }

  private TlsConnector prepared() {
    TlsConnector ready = tls;
    if (ready == null) {
      throw new IllegalStateException("TLS is not prepared");
    }
    return ready;
  }

  /** Why a connection that broke has no TLS; null when it needs none, or had it. */
  @Nullable String tlsFailure(StreamConnection connection) {
    return connection instanceof SslConnection secure ? prepared().failure(secure) : null;
  }

  /** Closes what has no call; calls that are under way end with the threads of the server. */
  @Override
  public void close() {
    lookUps.shutdownNow();
    idle.forEach(
        (thread, connections) -> {
          try {
            thread.execute(connections::closeAll);
          } catch (RejectedExecutionException e) {
            // The thread has ended, and with it its connections.
            return;
          }
        });
  }
}
