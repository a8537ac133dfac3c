package dev.homeport.server;

import dev.homeport.definition.load.LoadedMocks;
import dev.homeport.definition.load.Setting;
import dev.homeport.definition.load.Settings;
import dev.homeport.engine.EngineOptions;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.journal.BoundedJournal;
import dev.homeport.engine.journal.Journal;
import dev.homeport.engine.journal.JournalLimits;
import dev.homeport.engine.state.Counters;
import dev.homeport.server.guard.Cors;
import dev.homeport.server.port.PortChoice;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import java.io.IOException;
import java.net.BindException;
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

  /** For the threads to end. */
  private static final Duration FAREWELL = Duration.ofMillis(500);

  private final MockPort.Shared shared;
  private final MockPort port;
  private final MockEngine engine;

  private HttpServer(MockPort.Shared shared, MockPort port, MockEngine engine) {
    this.shared = shared;
    this.port = port;
    this.engine = engine;
  }

  /**
   * Serves mocks: from their routes to a listening socket, this is how the parts are put together.
   *
   * @param settings all of them, those of the folder included
   * @param log hears of the requests
   * @throws IllegalArgumentException when the host has no address
   * @throws IllegalStateException when the port cannot be opened, saying why and what to do
   */
  public static HttpServer start(LoadedMocks mocks, Settings settings, RequestLog log) {
    ServerOptions server =
        new ServerOptions(
            settings.host().orElse(""),
            new PortChoice(settings.port()),
            settings.allowedHosts(),
            Cors.of(settings.cors()),
            settings.maxBodyBytes(),
            settings.bodyTimeout());
    MockEngine engine = new MockEngine(mocks.index(), engineOptions(settings), new Counters());
    return start(engine, server, log);
  }

  private static EngineOptions engineOptions(Settings settings) {
    return new EngineOptions(settings.clock(), settings.seed(), settings.delay().orElse(null));
  }

  /**
   * Opens the port and answers from now on.
   *
   * @throws IllegalArgumentException when the host names no address
   * @throws IllegalStateException when the port is taken or may not be opened, saying what to do
   */
  public static HttpServer start(MockEngine engine, ServerOptions options, RequestLog log) {
    ListenAddress address = ListenAddress.of(options.host());
    ByteBufferPool buffers = new DefaultByteBufferPool(true, BUFFER_BYTES, -1, 4);
    BodyMemory memory = new BodyMemory(Runtime.getRuntime().maxMemory() / 4);
    MockPort.Shared shared = new MockPort.Shared(worker(), buffers, memory);
    Journal journal = new BoundedJournal(JournalLimits.DEFAULT, System::nanoTime);
    try {
      return new HttpServer(
          shared, MockPort.open(shared, address, engine, journal, log, options), engine);
    } catch (IOException e) {
      shared.worker().shutdownNow();
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

  /**
   * Serves other mocks from now on, in one step that no request sees half of.
   *
   * @param settings all of them; those that are not {@link Setting#isLive() live} stay as they were
   */
  public void use(LoadedMocks mocks, Settings settings) {
    engine.use(mocks.index(), engineOptions(settings));
  }

  /** The port that is open. */
  public int port() {
    return port.port();
  }

  /** {@code http://127.0.0.1:49342}. */
  public String url() {
    return port.url();
  }

  /** The requests that came, oldest first. */
  public Journal journal() {
    return port.journal();
  }

  /**
   * Closes the port as {@link MockPort#close} does, and ends the threads. Closing twice does
   * nothing.
   */
  @Override
  public void close() {
    if (shared.worker().isShutdown()) {
      return;
    }
    port.close();
    shared.worker().shutdown();
    try {
      if (!shared.worker().awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
        shared.worker().shutdownNow();
      }
    } catch (InterruptedException e) {
      shared.worker().shutdownNow();
      Thread.currentThread().interrupt();
    }
    shared.buffers().close();
  }
}
