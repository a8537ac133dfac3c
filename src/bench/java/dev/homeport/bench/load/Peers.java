package dev.homeport.bench.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Other mock servers. Maven fetches them, and only when somebody asks. */
final class Peers {

  /** With more, a request takes them a second. */
  static final int MOST_ROUTES = 10_000;

  private static final Path WIREMOCK = Path.of("target/peers/wiremock-standalone.jar");
  private static final Path MOCKSERVER =
      Path.of("target/peers/mockserver-netty-no-dependencies.jar");

  private Peers() {}

  /**
   * All of them.
   *
   * @throws IllegalArgumentException when one was not fetched, saying how
   */
  static List<Server> all() {
    if (!Files.exists(WIREMOCK) || !Files.exists(MOCKSERVER)) {
      throw new IllegalArgumentException(
          "the other servers are not in target/peers; fetch them: mvn -Pbench dependency:copy@peers");
    }
    return List.of(new WireMock(WIREMOCK, false), new MockServer(MOCKSERVER));
  }

  static boolean take(Workload workload) {
    return !(workload instanceof ManyRoutes routes) || routes.count() <= MOST_ROUTES;
  }
}
