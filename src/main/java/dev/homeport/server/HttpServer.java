package dev.homeport.server;

import dev.homeport.definition.load.LoadedMocks;
import dev.homeport.definition.load.Settings;
import dev.homeport.engine.EngineOptions;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.state.Counters;
import dev.homeport.server.guard.Cors;
import dev.homeport.server.port.PortChoice;
import dev.homeport.server.wire.AnswerWriter;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/**
 * Listens and answers from an engine. Its threads are daemons: it lives as long as something else
 * keeps the process alive. Safe for any number of threads.
 */
public final class HttpServer implements AutoCloseable {

  private static final int BUFFER_BYTES = 16 * 1024;

  /** For requests that are being answered when the server is closed. */
  private static final Duration FAREWELL = Duration.ofMillis(500);

  private final ListenAddress address;
  private final XnioWorker worker;
  private final ByteBufferPool buffers;
  private final Listeners listeners;
  private final RunningRequests running;
  private final int port;

  private HttpServer(
      ListenAddress address,
      XnioWorker worker,
      ByteBufferPool buffers,
      Listeners listeners,
      RunningRequests running) {
    this.address = address;
    this.worker = worker;
    this.buffers = buffers;
    this.listeners = listeners;
    this.running = running;
    this.port = listeners.port();
  }

  /**
   * Serves mocks: from their routes to a listening socket, this is how the parts are put together.
   *
   * @param settings all of them, those of the folder included
   * @throws IllegalArgumentException when the host has no address
   * @throws IllegalStateException when the port cannot be opened, saying why and what to do
   */
  public static HttpServer start(LoadedMocks mocks, Settings settings) {
    EngineOptions engine =
        new EngineOptions(settings.clock(), settings.seed(), settings.delay().orElse(null));
    ServerOptions server =
        new ServerOptions(
            settings.host().orElse(""),
            new PortChoice(settings.port()),
            settings.allowedHosts(),
            Cors.of(settings.cors()),
            settings.maxBodyBytes(),
            settings.bodyTimeout());
    return start(new MockEngine(mocks.index(), engine, new Counters()), server);
  }

  /**
   * Opens the port and answers from now on.
   *
   * @throws IllegalArgumentException when the host names no address
   * @throws IllegalStateException when the port is taken or may not be opened, saying what to do
   */
  public static HttpServer start(MockEngine engine, ServerOptions options) {
    ListenAddress address = ListenAddress.of(options.host());
    RunningRequests running = new RunningRequests();
    AnswerWriter writer = new AnswerWriter(options.cors(), Clock.systemUTC(), running::isClosing);
    BodyMemory memory = new BodyMemory(Runtime.getRuntime().maxMemory() / 4);
    MockHandler handler =
        new MockHandler(
            engine,
            address.guard(options.host(), options.allowedHosts()),
            options.cors(),
            writer,
            running,
            memory,
            new BodyLimits(options.maxBodyBytes(), options.bodyTimeout()));
    ByteBufferPool buffers = new DefaultByteBufferPool(true, BUFFER_BYTES, -1, 4);
    XnioWorker worker = worker();
    try {
      Listeners listeners =
          options
              .port()
              .open(port -> Listeners.open(worker, buffers, address.addresses(), port, head -> {}));
      listeners.accept(handler);
      return new HttpServer(address, worker, buffers, listeners, running);
    } catch (IOException e) {
      worker.shutdownNow();
      buffers.close();
      throw new IllegalStateException(refusal(options, e), e);
    }
  }

  private static XnioWorker worker() {
    int processors = Runtime.getRuntime().availableProcessors();
    int ioThreads = Math.max(2, processors);
    int workers = Math.max(8, processors * 4);
    try {
      return Xnio.getInstance(HttpServer.class.getClassLoader())
          .createWorker(
              OptionMap.builder()
                  .set(Options.WORKER_NAME, "homeport")
                  .set(Options.WORKER_IO_THREADS, ioThreads)
                  .set(Options.WORKER_TASK_CORE_THREADS, workers)
                  .set(Options.WORKER_TASK_MAX_THREADS, workers)
                  .set(Options.THREAD_DAEMON, true)
                  .set(Options.TCP_NODELAY, true)
                  .getMap());
    } catch (IOException e) {
      throw new IllegalStateException("the server's threads cannot be made: " + e, e);
    }
  }

  private static String refusal(ServerOptions options, IOException cause) {
    if (options.port().asked().isEmpty()) {
      return "no port can be opened: " + cause.getMessage();
    }
    int port = options.port().asked().getAsInt();
    if (cause instanceof BindException) {
      return "port "
          + port
          + " is taken ("
          + cause.getMessage()
          + "): stop what holds it, or choose another with --port, or --port auto";
    }
    return "port " + port + " cannot be opened: " + cause.getMessage();
  }

  /** The port that is open. */
  public int port() {
    return port;
  }

  /** {@code http://127.0.0.1:49342}. */
  public String url() {
    return address.url(port);
  }

  /**
   * Accepts no more, gives answers that are under way half a second, then closes every connection
   * and ends the threads. Closing twice does nothing.
   */
  @Override
  public void close() {
    if (running.isClosing()) {
      return;
    }
    listeners.stopAccepting();
    running.end(FAREWELL);
    listeners.closeConnections();
    worker.shutdown();
    try {
      if (!worker.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    }
    buffers.close();
  }
}
