package dev.homeport.server;

import dev.homeport.definition.load.LoadedMocks;
import dev.homeport.definition.load.TextReader;
import dev.homeport.definition.setting.Setting;
import dev.homeport.definition.setting.Settings;
import dev.homeport.engine.EngineOptions;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.answer.ForwardObserver;
import dev.homeport.engine.journal.Journal;
import dev.homeport.server.outbound.OutboundClient;
import dev.homeport.server.port.PortRefusal;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Listens and answers from an engine. Its threads are daemons: it lives as long as something else
 * keeps the process alive. Safe for any number of threads.
 */
public final class HttpServer implements AutoCloseable {

  private static final int BUFFER_BYTES = 16 * 1024;

  private final SharedParts shared;
  private final MockPort main;

  private final OpenPorts ports;

  private HttpServer(SharedParts shared, OpenPorts ports, MockPort main) {
    this.shared = shared;
    this.ports = ports;
    this.main = main;
  }

  /**
   * Serves mocks: from their routes to a listening socket, this is how the parts are put together.
   *
   * @param settings all of them, those of the folder included
   * @param texts reads what the control API is sent
   * @param log hears of the requests
   * @throws IllegalArgumentException when the host is no address of this machine
   * @throws IllegalStateException when the port cannot be opened, saying why and what to do
   */
  public static HttpServer start(
      LoadedMocks mocks, Settings settings, TextReader texts, RequestLog log) {
    return start(mocks, settings, texts, log, null);
  }

  /**
   * As above, telling somebody of each request that another server answered.
   *
   * @param observer or null
   */
  public static HttpServer start(
      LoadedMocks mocks,
      Settings settings,
      TextReader texts,
      RequestLog log,
      @Nullable ForwardObserver observer) {
    ServerOptions options = ServerOptions.of(settings, observer);
    return start(engine(mocks, settings), options, texts, settings.ignoreTrailingSlash(), log);
  }

  /**
   * Serves a service beside, on a port of its own and with the same threads: its forks begin with
   * its routes, and what was started first knows nothing of it.
   *
   * @param settings of the service, all of them; it listens where the server does
   * @param texts reads what its control API is sent
   * @param log hears of its requests
   * @throws IllegalStateException when the server is closed, or the port cannot be opened, saying
   *     why and what to do
   */
  public MockPort serve(LoadedMocks mocks, Settings settings, TextReader texts, RequestLog log) {
    ServerOptions options = ServerOptions.of(settings, null);
    SharedParts of = shared.with(options, texts, settings.ignoreTrailingSlash(), log);
    try {
      return ports.open(of, engine(mocks, settings), options.port());
    } catch (IOException e) {
      PortRefusal refusal = PortRefusal.ofService();
      throw new IllegalStateException(text(refusal, options, shared.address(), e), e);
    }
  }

  private static MockEngine engine(LoadedMocks mocks, Settings settings) {
    return new MockEngine(mocks.index(), mocks.plans(), engineOptions(settings));
  }

  private static EngineOptions engineOptions(Settings settings) {
    return new EngineOptions(
        settings.clock(), settings.seed(), settings.delay().orElse(null), settings.prefer());
  }

  /**
   * Opens the port and answers from now on.
   *
   * @param ignoreTrailingSlash whether {@code /a} and {@code /a/} are one in verifications
   * @throws IllegalArgumentException when the host is no address of this machine
   * @throws IllegalStateException when the port is taken or may not be opened, saying what to do
   */
  static HttpServer start(
      MockEngine engine,
      ServerOptions options,
      TextReader texts,
      boolean ignoreTrailingSlash,
      RequestLog log) {
    ListenAddress address = ListenAddress.of(options.host());
    ByteBufferPool buffers = new DefaultByteBufferPool(true, BUFFER_BYTES, -1, 4);
    SharedParts shared =
        new SharedParts(
            ServerThreads.worker(),
            buffers,
            new BodyMemory(Runtime.getRuntime().maxMemory() / 4),
            address,
            options,
            texts,
            ignoreTrailingSlash,
            log,
            ServerThreads.control(),
            outbound(options.outbound(), buffers));
    OpenPorts ports = new OpenPorts();
    try {
      return new HttpServer(shared, ports, ports.open(shared, engine, options.port()));
    } catch (IOException e) {
      shared.control().shutdownNow();
      shared.worker().shutdownNow();
      shared.buffers().close();
      PortRefusal refusal = PortRefusal.ofSystem();
      throw new IllegalStateException(text(refusal, options, address, e), e);
    }
  }

  /**
   * Begins to load what every server needs, on a thread of its own, while the caller reads its
   * files. Whether it succeeds shows when a server is started.
   */
  public static void prepare() {
    ServerThreads.prepare();
  }

  private static SharedParts.Outbound outbound(OutboundOptions options, ByteBufferPool buffers) {
    OutboundClient client = new OutboundClient(options.allowed(), options.limits(), buffers);
    String name = "homeport-" + Integer.toHexString(ThreadLocalRandom.current().nextInt());
    return new SharedParts.Outbound(client, name, options.observer());
  }

  private static String text(
      PortRefusal refusal, ServerOptions options, ListenAddress address, IOException cause) {
    int port = options.port().asked().orElse(0);
    return port == 0
        ? "no port can be opened: " + cause.getMessage()
        : refusal.text(port, address.addresses(), cause);
  }

  /** The port that it was started with. */
  public MockPort main() {
    return main;
  }

  /** Its number. */
  public int port() {
    return main.port();
  }

  /** {@code http://127.0.0.1:49342}. */
  public String url() {
    return main.url();
  }

  /** Who can reach it, and where. */
  public Reach reach() {
    return main.reach();
  }

  /** The requests that came to it. */
  public Journal journal() {
    return main.journal();
  }

  /**
   * Opens another port with the routes that one has now, and a journal and counts of its own.
   *
   * @throws IllegalStateException when that port, or the server, is closed, 10,000 forks are open,
   *     or no port is free
   */
  public MockPort fork(MockPort from) {
    return ports.fork(from);
  }

  /**
   * Closes one port: accepts no more, gives answers that are under way half a second, then closes
   * its connections. The threads go on. Closing twice does nothing.
   */
  public void close(MockPort one) {
    ports.close(one);
  }

  /**
   * Serves other mocks from now on, on the main port and its forks, each in one step that no
   * request sees half of.
   *
   * @param settings all of them; those that are not {@link Setting#isLive() live} stay as they were
   */
  public void use(LoadedMocks mocks, Settings settings) {
    use(main, mocks, settings);
  }

  /** As above, on the port of a service and its forks. */
  public void use(MockPort service, LoadedMocks mocks, Settings settings) {
    ports.use(service, mocks, engineOptions(settings));
  }

  /**
   * Closes every port as {@link #close(MockPort)} does, and ends the threads. Closing twice does
   * nothing.
   */
  @Override
  public void close() {
    if (shared.worker().isShutdown()) {
      return;
    }
    List<MockPort> open = ports.removeAll();
    open.forEach(MockPort::stopAccepting);
    long end = System.nanoTime() + OpenPorts.FAREWELL.toNanos();
    open.forEach(each -> each.close(Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
    shared.control().shutdownNow();
    shared.outbound().client().close();
    ServerThreads.end(shared.worker(), OpenPorts.FAREWELL);
    shared.buffers().close();
  }
}
