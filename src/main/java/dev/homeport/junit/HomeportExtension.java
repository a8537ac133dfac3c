package dev.homeport.junit;

import dev.homeport.Homeport;
import dev.homeport.HomeportOptions;
import dev.homeport.RequestPattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A mock server for a test class, put together in a program: what {@link HomeportTest} does, for
 * options that an annotation cannot have, and for what needs the URL before a test begins. Each
 * {@code with} gives another extension, to be registered instead.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final HomeportExtension payments =
 *     HomeportExtension.of("mocks/payments").withIsolation(Isolation.PER_CLASS);
 *
 * @DynamicPropertySource
 * static void point(DynamicPropertyRegistry properties) {
 *   properties.add("payments.url", payments::url);
 * }
 * }</pre>
 *
 * <p>In a static field it is a server for the class; in another one a server for each test, or for
 * the class if that has one instance for all tests. Several in a class are told apart by their
 * fields: a parameter of type {@link Homeport} would have two meanings, and JUnit refuses it. Safe
 * for any number of threads.
 */
public final class HomeportExtension extends ServerExtension {

  private final TestSetup setup;

  /** The port that is the only one; null between tests, and where each test has its own. */
  private final AtomicReference<Homeport> current = new AtomicReference<>();

  private HomeportExtension(TestSetup setup) {
    this.setup = setup;
  }

  /** Serves a folder of mock files. */
  public static HomeportExtension of(String folder) {
    return of(HomeportOptions.of(Path.of(folder)));
  }

  /**
   * Serves what the options say; on whatever port the system gives, unless they say one. A problem
   * in the mocks fails the class.
   */
  public static HomeportExtension of(HomeportOptions options) {
    return new HomeportExtension(TestSetup.of(options));
  }

  /** Whether each test has a port of its own, the default. */
  public HomeportExtension withIsolation(Isolation isolation) {
    return new HomeportExtension(
        new TestSetup(setup.options(), isolation, setup.rules(), setup.property()));
  }

  /** Whether a test fails when a request came that no route answered; true by default. */
  public HomeportExtension withFailOnUnmatchedRequests(boolean fail) {
    Rules rules = setup.rules();
    return with(new Rules(fail, rules.ignored(), rules.failOnUnused()));
  }

  /** Requests, more of them, that may be left without an answer. */
  public HomeportExtension withIgnored(RequestPattern... requests) {
    Rules rules = setup.rules();
    List<RequestPattern> all = new ArrayList<>(rules.ignored());
    all.addAll(List.of(requests));
    return with(new Rules(rules.failOnUnmatched(), all, rules.failOnUnused()));
  }

  /** As {@link HomeportTest#failOnUnusedRoutes}; false by default. */
  public HomeportExtension withFailOnUnusedRoutes(boolean fail) {
    Rules rules = setup.rules();
    return with(new Rules(rules.failOnUnmatched(), rules.ignored(), fail));
  }

  /** As {@link HomeportTest#property}; none by default. */
  public HomeportExtension withProperty(String name) {
    return new HomeportExtension(
        new TestSetup(setup.options(), setup.isolation(), setup.rules(), name));
  }

  private HomeportExtension with(Rules rules) {
    return new HomeportExtension(
        new TestSetup(setup.options(), setup.isolation(), rules, setup.property()));
  }

  /**
   * The server.
   *
   * @throws IllegalStateException when it does not run, or each test has a port of its own
   */
  public Homeport homeport() {
    Homeport now = current.get();
    if (now == null) {
      throw new IllegalStateException(
          setup.isolation() == Isolation.PER_CLASS
              ? "the mock server runs from @BeforeAll to @AfterAll"
              : "each test has a port of its own (take it as a parameter 'Homeport api', or write"
                  + " withIsolation(PER_CLASS))");
    }
    return now;
  }

  /**
   * Where it answers: {@code http://127.0.0.1:49342}.
   *
   * @throws IllegalStateException as {@link #homeport}
   */
  public String url() {
    return homeport().url();
  }

  @Override
  Optional<TestSetup> setup(Class<?> test, boolean isOutermost) {
    return isOutermost ? Optional.of(setup) : Optional.empty();
  }

  @Override
  String owner(Class<?> test) {
    return "HomeportExtension of " + test.getSimpleName();
  }

  @Override
  void opened(Homeport homeport) {
    Homeport now = current.compareAndExchange(null, homeport);
    if (now != null && now != homeport) {
      throw new IllegalStateException(
          "two test classes have one HomeportExtension at the same time (give each its own, or write"
              + " @ResourceLock for both)");
    }
  }

  @Override
  void closed(Homeport homeport) {
    current.compareAndSet(homeport, null);
  }
}
