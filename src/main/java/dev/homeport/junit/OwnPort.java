package dev.homeport.junit;

import dev.homeport.Homeport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A port of its own for each class and each test. Safe for any number of threads. */
final class OwnPort implements Port {

  private final Homeport homeport;
  private final Rules rules;
  private final RouteUse use;

  /** The class's, for a test or a nested class; null for the server itself. */
  private final @Nullable OwnPort outer;

  OwnPort(Homeport homeport, Rules rules, RouteUse use) {
    this(homeport, rules, use, null);
  }

  private OwnPort(Homeport homeport, Rules rules, RouteUse use, @Nullable OwnPort outer) {
    this.homeport = homeport;
    this.rules = rules;
    this.use = use;
    this.outer = outer;
  }

  @Override
  public Homeport homeport() {
    return homeport;
  }

  @Override
  public RouteUse use() {
    return use;
  }

  @Override
  public OwnPort open(String name) {
    return new OwnPort(homeport.fork(), rules, use, this);
  }

  /** Judged first: a request that closing cuts off is nobody's mistake. */
  @Override
  public void end() {
    try {
      rules.judge(homeport);
    } finally {
      homeport.close();
      use.add(homeport);
    }
  }

  @Override
  public void close() {
    homeport.close();
  }

  /** For a test that misses a request: that some came to its class's port, if they did. */
  Optional<String> requestsElsewhere() {
    if (outer == null || outer.homeport.requests().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "requests came to "
            + outer.homeport.url()
            + ", the port that the class has for @BeforeAll, and not to "
            + homeport.url()
            + ", the port of this test: "
            + outer.homeport.requests().size()
            + " (for one port in the whole class write isolation = PER_CLASS)");
  }
}
