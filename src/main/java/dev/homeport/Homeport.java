package dev.homeport;

import dev.homeport.definition.load.InvalidTextException;
import dev.homeport.definition.load.LiveFolder;
import dev.homeport.definition.load.LoadedMocks;
import dev.homeport.definition.load.Settings;
import dev.homeport.definition.load.TextReader;
import dev.homeport.diagnostic.Problem;
import dev.homeport.diagnostic.Suggestion;
import dev.homeport.engine.CollectionPlan;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.data.DataCollection;
import dev.homeport.engine.data.DataRecord;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.route.Route;
import dev.homeport.engine.verify.Verdict;
import dev.homeport.server.HttpServer;
import dev.homeport.server.MockPort;
import dev.homeport.server.RequestLog;
import dev.homeport.server.ServedFolder;
import dev.homeport.server.ServedMocks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A running mock server: mock files, answering on a loopback port, with a journal of the requests
 * that came. Safe for any number of threads. Its own threads are daemons and do not keep the
 * process alive.
 *
 * <pre>{@code
 * try (Homeport api = Homeport.start("mocks")) {
 *   new Checkout(api.url()).pay(42);
 *   api.verify(post("/charges").json("$.amount", 42), once());
 * }
 * }</pre>
 */
public final class Homeport implements AutoCloseable {

  private final HttpServer server;
  private final MockPort port;
  private final TextReader texts;

  /** The files; null when there are none, and for a service, whose files are the server's. */
  private final @Nullable LiveFolder live;

  private final Map<String, Homeport> services;

  /** What ends with the server; null for a fork, which ends alone. */
  private final MocksSource.@Nullable Opened folder;

  private Homeport(
      HttpServer server,
      MockPort port,
      TextReader texts,
      @Nullable LiveFolder live,
      Map<String, Homeport> services,
      MocksSource.@Nullable Opened folder) {
    this.server = server;
    this.port = port;
    this.texts = texts;
    this.live = live;
    this.services = Collections.unmodifiableMap(services);
    this.folder = folder;
  }

  /**
   * Serves a folder with its own settings.
   *
   * @throws IllegalArgumentException when the folder is missing
   * @throws IllegalStateException when the port cannot be opened
   * @throws InvalidMocksException when the folder's settings are strict and a file has a problem
   */
  public static Homeport start(String folder) {
    return start(HomeportOptions.of(Path.of(folder)));
  }

  /**
   * Serves one mock file, given as text.
   *
   * @throws InvalidMocksException when it has a problem
   */
  public static Homeport startYaml(String yaml) {
    return start(HomeportOptions.ofYaml(yaml));
  }

  /**
   * Serves what the options say.
   *
   * @throws IllegalArgumentException when the folder is missing, or the host has no address
   * @throws IllegalStateException when the port cannot be opened, saying why and what to do
   * @throws InvalidMocksException when a text has a problem; or a file, and the settings are strict
   */
  public static Homeport start(HomeportOptions options) {
    MocksSource source = options.source();
    if (source instanceof MocksSource.Text text) {
      return startText(text, options);
    }
    MocksSource.Opened folder =
        source instanceof MocksSource.ClassPath classPath
            ? classPath.open()
            : new MocksSource.Opened(((MocksSource.Folder) source).path(), false);
    try {
      return startFolder(folder, options);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static Homeport startFolder(MocksSource.Opened folder, HomeportOptions options) {
    LiveFolder live = LiveFolder.open(folder.path(), options.vars());
    Settings settings = options.settings().orElse(live.whole().mocks().settings());
    if (settings.strict() && !live.problems().isEmpty()) {
      throw new InvalidMocksException(live.problems());
    }
    ServedFolder served =
        ServedFolder.start(
            live,
            options.settings(),
            options.vars(),
            service -> RequestLog.none(),
            ServedFolder.Listener.NONE);
    HttpServer server = served.server();
    Map<String, Homeport> services = new LinkedHashMap<>();
    for (ServedMocks each : served.services()) {
      services.put(
          each.service().orElseThrow(),
          new Homeport(server, each.port(), each.texts(), null, Map.of(), null));
    }
    return new Homeport(server, server.main(), served.whole().texts(), live, services, folder);
  }

  private static Homeport startText(MocksSource.Text text, HomeportOptions options) {
    TextReader texts = TextReader.withoutFiles(options.vars());
    TextReader.Mocks mocks = mocks(texts, text.at(), text.yaml(), List.of());
    LoadedMocks nothing = LoadedMocks.none();
    HttpServer server = HttpServer.start(nothing, options.settings(), texts, RequestLog.none());
    MockEngine engine = server.main().engine();
    engine.load(mocks.routes(), mocks.collections());
    engine.keepLoaded();
    return new Homeport(
        server, server.main(), texts, null, Map.of(), new MocksSource.Opened(Path.of(""), false));
  }

  private static TextReader.Mocks mocks(
      TextReader texts, CallSite at, String yaml, List<CollectionPlan> known) {
    try {
      return texts.mocks(at.name(), yaml, known);
    } catch (InvalidTextException e) {
      throw new InvalidMocksException(e.problems());
    }
  }

  /** Where it answers: {@code http://127.0.0.1:49342}, without a slash at the end. */
  public String url() {
    return port.url();
  }

  /** The port, the same on 127.0.0.1 and ::1. */
  public int port() {
    return port.port();
  }

  /**
   * A service of the folder: a sub-folder whose own {@code homeport.yaml} says {@code service:
   * users}. It has a URL, a journal, counts, state and loaded routes of its own; what is done to
   * the whole, a reset, a fork, a reload, is done to its services as well. Closing it closes its
   * port alone.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  public Homeport service(String name) {
    Homeport service = services.get(name);
    if (service != null) {
      return service;
    }
    String hint = Suggestion.didYouMean(name, services.keySet());
    throw new IllegalArgumentException(
        "no service '" + name + "' in these mocks" + (hint == null ? "" : " (" + hint + ")"));
  }

  /** Every service by its name, in the order of their folders. */
  public Map<String, Homeport> services() {
    return services;
  }

  /**
   * What is wrong with the files, those of the services included, sorted by place; a file with a
   * problem has no route. Of a service it is empty.
   */
  public List<Problem> problems() {
    return live == null ? List.of() : live.problems();
  }

  /**
   * Reads the files that have changed, for this port and all others of the server. One with a
   * problem goes on with its last good version, and {@link #problems} tells. What was loaded at run
   * time stays. Without files it does nothing, nor of a service.
   */
  public void reload() {
    if (live != null) {
      live.reload();
    }
  }

  /**
   * Serves the routes of a mock file, given as text, over those that are there: of the same method
   * and path they are tried first; and likewise its collections. Until {@link #reset}.
   *
   * @throws InvalidMocksException when it has a problem; nothing of it is served then
   */
  public void load(String yaml) {
    load(CallSite.here(), yaml);
  }

  private void load(CallSite at, String yaml) {
    TextReader.Mocks mocks = mocks(texts, at, yaml, port.engine().collections());
    port.engine().load(mocks.routes(), mocks.collections());
  }

  /**
   * Serves a route, as {@link #load(String)} does.
   *
   * @throws InvalidMocksException when the route has a problem
   */
  public void load(MockRoute route) {
    List<Route> routes =
        mocks(texts, route.at(), route.yaml(), port.engine().collections()).routes();
    Responder responder = route.responder();
    port.engine()
        .load(
            responder == null
                ? routes
                : routes.stream()
                    .map(each -> each.madeBy(new ProgramPlan(responder, each.at())))
                    .toList());
  }

  /** The routes that are served, and how often each was asked. */
  public List<ServedRoute> routes() {
    return port.engine().routes().stream()
        .map(
            route ->
                new ServedRoute(route.key(), route.at().toString(), port.engine().calls(route)))
        .toList();
  }

  /**
   * Checks that a request came, once or more.
   *
   * @throws VerificationError when none did
   */
  public void verify(RequestPattern pattern) {
    verify(pattern, Count.atLeast(1));
  }

  /**
   * Checks how often a request came, waiting as the count says.
   *
   * @throws VerificationError when it came more or less often, or nobody can know any more because
   *     the journal overflowed
   */
  public void verify(RequestPattern pattern, Count count) {
    check(port.verifier().verify(compiled(pattern), count.compiled()));
  }

  /**
   * Checks that requests came one after the other; others may have come between.
   *
   * @throws VerificationError when they did not
   */
  public void verifyInOrder(RequestPattern... patterns) {
    verifyInOrder(Duration.ZERO, patterns);
  }

  /**
   * As above.
   *
   * @param within how long to wait for the last
   */
  public void verifyInOrder(Duration within, RequestPattern... patterns) {
    check(port.verifier().verifyInOrder(compiled(patterns), within));
  }

  /**
   * Checks that every request was verified before, by a verification that passed.
   *
   * @param except requests that may have come all the same
   * @throws VerificationError when there were others
   */
  public void verifyNoMoreRequests(RequestPattern... except) {
    check(port.verifier().noOtherRequests(compiled(except)));
  }

  /**
   * Checks that a route answered every request.
   *
   * @param except requests that may have been left without an answer
   * @throws VerificationError with the nearest routes, when none answered some
   */
  public void verifyNoUnmatchedRequests(RequestPattern... except) {
    check(port.verifier().noUnmatchedRequests(compiled(except)));
  }

  /** The requests that the journal holds, oldest first. */
  public List<AnsweredRequest> requests() {
    return answered(port.journal().view().entries());
  }

  /** Those that fit, oldest first. */
  public List<AnsweredRequest> requests(RequestPattern pattern) {
    return answered(port.verifier().matching(compiled(pattern)));
  }

  private List<AnsweredRequest> answered(List<Entry> entries) {
    List<AnsweredRequest> requests = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      requests.add(new AnsweredRequest(entry, port.verifier().variables(entry)));
    }
    return requests;
  }

  private List<dev.homeport.engine.verify.RequestPattern> compiled(RequestPattern... patterns) {
    return Arrays.stream(patterns).map(this::compiled).toList();
  }

  private dev.homeport.engine.verify.RequestPattern compiled(RequestPattern pattern) {
    try {
      return texts.pattern(pattern.at().name(), pattern.yaml());
    } catch (InvalidTextException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static void check(Verdict verdict) {
    if (!verdict.passed()) {
      throw new VerificationError(verdict.text());
    }
  }

  /**
   * What the mocks remember ({@code set}, {@code state}): every name with its value, in the order
   * of the names. A copy; values are of JDK types: Map, List, String, Number, Boolean, null.
   */
  public Map<String, @Nullable Object> state() {
    return port.engine().state().now().values();
  }

  /** One value of the state; empty for a name that is not there, and for JSON's null. */
  public Optional<Object> state(String name) {
    return Optional.ofNullable(port.engine().state().now().get(name));
  }

  /**
   * Sets one value of the state, as {@code set} in a mock does, until {@link #reset}.
   *
   * @param value what can be written as JSON: null, a text, number, boolean, map, list, record
   * @throws IllegalArgumentException for anything else, and when the state would have more than
   *     10,000 names, be larger than 8 MiB, or nested deeper than 500 levels
   */
  public void setState(String name, @Nullable Object value) {
    Object plain = PlainValue.of(value);
    port.engine().state().change(state -> state.with(name, plain));
  }

  /** Takes a name out of the state, as {@code set: { name: absent }} in a mock does. */
  public void removeState(String name) {
    port.engine().state().change(state -> state.without(name));
  }

  /**
   * What a data collection holds now, in JDK types (Map, List, String, Number, Boolean): the list
   * of its records, or its one value. Empty when that is JSON's null.
   *
   * @throws IllegalArgumentException when no file declares it
   */
  public Optional<Object> data(String collection) {
    return Optional.ofNullable(collection(collection).plain());
  }

  /**
   * The records that a data collection holds now, in order.
   *
   * @throws IllegalArgumentException when no file declares it, or it is one value
   */
  public List<Map<String, @Nullable Object>> records(String collection) {
    DataCollection found = collection(collection);
    if (!found.isList()) {
      throw new IllegalArgumentException("'" + collection + "' is one value, no list of records");
    }
    return found.records().stream().map(DataRecord::members).toList();
  }

  private DataCollection collection(String name) {
    DataCollection found = port.engine().state().moment().data().find(name);
    if (found == null) {
      throw new IllegalArgumentException("there is no collection '" + name + "'");
    }
    return found;
  }

  /**
   * Puts other records into a collection, in the place of those that it has, until {@link #reset}.
   *
   * @param value what can be written as JSON: for a list of records a list of maps or records, of
   *     which those without an id get one
   * @throws IllegalArgumentException when no file declares the collection, for a value that is none
   *     for it, and when there would be more than 100,000 records, or more than 32 MiB
   */
  public void setData(String collection, @Nullable Object value) {
    port.engine().setData(collection, PlainValue.of(value));
  }

  /**
   * Makes {@link #reset} lead back to the routes that are loaded now, and to state and data of now,
   * here and in every service.
   */
  public void keepLoaded() {
    services.values().forEach(Homeport::keepLoaded);
    port.engine().keepLoaded();
  }

  /**
   * Undoes the last {@link #keepLoaded} that was not undone: {@link #reset} leads back again to
   * what it led to before.
   *
   * @throws IllegalStateException when there is none
   */
  public void releaseLoaded() {
    services.values().forEach(Homeport::releaseLoaded);
    port.engine().releaseLoaded();
  }

  /**
   * Back to how it was started or forked: no request in the journal, nothing counted, no route over
   * those that were there, or kept ({@link #keepLoaded}), and their state and data. So is every
   * service.
   */
  public void reset() {
    services.values().forEach(Homeport::reset);
    port.reset();
  }

  /**
   * Opens another port on this server, with the routes, the state and the data that are there now
   * and a journal, counts, state, data and loaded routes of its own: tests that run at the same
   * time have one each and never see each other; every service is forked with it. Costs less than a
   * millisecond; closing the fork closes its port, closing the server all.
   *
   * @throws IllegalStateException when this one is closed, or no port is free
   */
  public Homeport fork() {
    MockPort forked = server.fork(port);
    Map<String, Homeport> own = new LinkedHashMap<>();
    try {
      services.forEach((name, service) -> own.put(name, service.fork()));
    } catch (IllegalStateException e) {
      own.values().forEach(Homeport::close);
      server.close(forked);
      throw e;
    }
    return new Homeport(server, forked, texts, live, own, null);
  }

  /**
   * Stops: accepts no more, gives running answers half a second, closes. Closing twice does
   * nothing.
   */
  @Override
  public void close() {
    if (folder == null) {
      services.values().forEach(Homeport::close);
      server.close(port);
      return;
    }
    server.close();
    folder.close();
  }
}
