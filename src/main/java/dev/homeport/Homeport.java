package dev.homeport;

import dev.homeport.definition.load.LiveFolder;
import dev.homeport.definition.load.TextReader;
import dev.homeport.diagnostic.Problem;
import dev.homeport.diagnostic.Suggestion;
import dev.homeport.engine.data.DataCollection;
import dev.homeport.engine.data.DataRecord;
import dev.homeport.server.HttpServer;
import dev.homeport.server.MockPort;
import java.nio.file.Path;
import java.time.Duration;
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

  /** A server that listens, or one port of it. */
  Homeport(
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
    return Starting.with(options);
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
    loader().load(CallSite.here(), yaml);
  }

  /**
   * Serves a route, as {@link #load(String)} does.
   *
   * @throws InvalidMocksException when the route has a problem
   */
  public void load(MockRoute route) {
    loader().load(route);
  }

  private RunTimeMocks loader() {
    return new RunTimeMocks(texts, port.engine());
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
    checks().came(pattern, count);
  }

  /**
   * Checks that a mock sent a message by itself, once or more: to WebSockets or streams.
   *
   * @param pattern as {@link RequestPattern#ws} makes it: the path it was sent to, and what it says
   * @throws VerificationError when none did
   */
  public void verifySent(RequestPattern pattern) {
    verifySent(pattern, Count.atLeast(1));
  }

  /**
   * Checks how often a mock sent a message by itself, waiting as the count says. What went to many
   * clients at once is one message.
   *
   * @throws VerificationError when it did more or less often, or nobody can know any more
   */
  public void verifySent(RequestPattern pattern, Count count) {
    checks().wasSent(pattern, count);
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
    checks().cameInOrder(within, patterns);
  }

  /**
   * Checks that every request was verified before, by a verification that passed.
   *
   * @param except requests that may have come all the same
   * @throws VerificationError when there were others
   */
  public void verifyNoMoreRequests(RequestPattern... except) {
    checks().noOtherCame(except);
  }

  /**
   * Checks that a route answered every request.
   *
   * @param except requests that may have been left without an answer
   * @throws VerificationError with the nearest routes, when none answered some
   */
  public void verifyNoUnmatchedRequests(RequestPattern... except) {
    checks().allWereAnswered(except);
  }

  /** The requests that the journal holds, oldest first. */
  public List<AnsweredRequest> requests() {
    return checks().requests();
  }

  /** Those that fit, oldest first. */
  public List<AnsweredRequest> requests(RequestPattern pattern) {
    return checks().requests(pattern);
  }

  private JournalChecks checks() {
    return new JournalChecks(port, texts);
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
