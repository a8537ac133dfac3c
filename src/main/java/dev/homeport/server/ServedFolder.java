package dev.homeport.server;

import dev.homeport.definition.load.LiveFolder;
import dev.homeport.definition.load.LiveMocks;
import dev.homeport.definition.load.LiveService;
import dev.homeport.definition.load.LoadedMocks;
import dev.homeport.definition.load.Reload;
import dev.homeport.definition.load.TextReader;
import dev.homeport.definition.setting.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A mocks folder and its services, on a port each of one server, which takes what is reloaded of
 * them. Safe for any number of threads.
 */
public final class ServedFolder implements AutoCloseable {

  /** Hears of what was reloaded and serves by now, in the thread that reloads. */
  @FunctionalInterface
  public interface Listener {

    /** Hears of nothing. */
    Listener NONE = (mocks, reload, before, now) -> {};

    /**
     * Some of the files are new.
     *
     * @param mocks which they are of
     * @param before all settings until now
     * @param now all settings from now on
     */
    void reloaded(ServedMocks mocks, Reload reload, Settings before, Settings now);
  }

  private final Settings outside;
  private final HttpServer server;
  private final ServedMocks whole;
  private final List<ServedMocks> services;

  /**
   * What was read last, by the port that it is for; guarded by this, as the reloads of one wait for
   * those of another.
   */
  private final Map<MockPort, LoadedMocks> latest = new HashMap<>();

  private ServedFolder(
      Settings outside, HttpServer server, ServedMocks whole, List<ServedMocks> services) {
    this.outside = outside;
    this.server = server;
    this.whole = whole;
    this.services = List.copyOf(services);
    latest.put(whole.port(), whole.live().mocks());
    services.forEach(service -> latest.put(service.port(), service.live().mocks()));
  }

  /**
   * Opens all ports.
   *
   * @param outside settings that win over those of the files
   * @param vars named values from outside
   * @param logs of the requests, by the name of a service; of the whole by an empty one
   * @param listener hears of the reloads from now on
   * @throws IllegalArgumentException when the host is no address of this machine
   * @throws IllegalStateException when a port cannot be opened, saying why and what to do
   */
  public static ServedFolder start(
      LiveFolder folder,
      Settings outside,
      Map<String, String> vars,
      Function<String, RequestLog> logs,
      Listener listener) {
    LiveMocks live = folder.whole();
    Settings settings = outside.orElse(live.mocks().settings());
    TextReader texts = TextReader.in(live.folder(), vars);
    HttpServer server = HttpServer.start(live.mocks(), settings, texts, logs.apply(""));
    try {
      ServedMocks whole = new ServedMocks(Optional.empty(), live, settings, texts, server.main());
      List<ServedMocks> services = new ArrayList<>();
      for (LiveService each : folder.services()) {
        Settings own =
            Settings.ofService(outside, each.mocks().mocks().settings(), live.mocks().settings());
        services.add(serve(server, each, own, vars, logs.apply(each.name())));
      }
      ServedFolder served = new ServedFolder(outside, server, whole, services);
      live.listen(reload -> served.use(reload, listener));
      services.forEach(
          service -> service.live().listen(reload -> served.use(service, reload, listener)));
      return served;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static ServedMocks serve(
      HttpServer server,
      LiveService service,
      Settings settings,
      Map<String, String> vars,
      RequestLog log) {
    LiveMocks live = service.mocks();
    TextReader texts = TextReader.in(live.folder(), vars);
    try {
      MockPort port = server.serve(live.mocks(), settings, texts, log);
      return new ServedMocks(Optional.of(service.name()), live, settings, texts, port);
    } catch (IllegalStateException e) {
      throw new IllegalStateException("service '" + service.name() + "': " + e.getMessage(), e);
    }
  }

  private synchronized void use(Reload reload, Listener listener) {
    if (reload.isEmpty()) {
      return;
    }
    Settings before = settings(whole);
    latest.put(whole.port(), reload.mocks());
    Settings now = settings(whole);
    server.use(reload.mocks(), now);
    if (!now.equals(before)) {
      services.forEach(each -> server.use(each.port(), latest(each), settings(each)));
    }
    listener.reloaded(whole, reload, before, now);
  }

  private synchronized void use(ServedMocks service, Reload reload, Listener listener) {
    if (reload.isEmpty()) {
      return;
    }
    Settings before = settings(service);
    latest.put(service.port(), reload.mocks());
    Settings now = settings(service);
    server.use(service.port(), reload.mocks(), now);
    listener.reloaded(service, reload, before, now);
  }

  private Settings settings(ServedMocks mocks) {
    Settings own = latest(mocks).settings();
    return mocks.port().equals(whole.port())
        ? outside.orElse(own)
        : Settings.ofService(outside, own, latest(whole).settings());
  }

  private LoadedMocks latest(ServedMocks mocks) {
    return latest.getOrDefault(mocks.port(), LoadedMocks.none());
  }

  /** The server, whose main port is the whole folder's. */
  public HttpServer server() {
    return server;
  }

  /** The folder without its services. */
  public ServedMocks whole() {
    return whole;
  }

  /** In the order of their folders. */
  public List<ServedMocks> services() {
    return services;
  }

  /** The whole, then the services. */
  public List<ServedMocks> all() {
    List<ServedMocks> all = new ArrayList<>(services);
    all.add(0, whole);
    return all;
  }

  /** Closes every port, as {@link HttpServer#close} does. Closing twice does nothing. */
  @Override
  public void close() {
    server.close();
  }
}
