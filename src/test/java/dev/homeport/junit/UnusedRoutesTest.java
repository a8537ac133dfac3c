package dev.homeport.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.homeport.Homeport;
import java.util.Map;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Routes that no test asked fail the class that wants to know. */
final class UnusedRoutesTest {

  private static final String ROUTES =
      """
      GET /a: { text: a }
      GET /b: { text: b }
      GET /c: { text: c }
      """;

  @HomeportTest(yaml = ROUTES, failOnUnusedRoutes = true)
  static class AskingTwo {

    @Test
    void one(Homeport api) {
      Ask.get(api.url() + "/a");
      api.load("GET /for/this/test: { text: unused }");
    }

    @Nested
    class Inner {

      @Test
      void another(Homeport api) {
        Ask.get(api.url() + "/c");
      }
    }
  }

  @HomeportTest(yaml = ROUTES, failOnUnusedRoutes = true, isolation = Isolation.PER_CLASS)
  static class AskingTwoOnOnePort extends AskingTwo {}

  @Test
  void failTheClassAtItsEnd() {
    String report =
        """
        no test of %1$s asked these routes (1 of 3):
          GET /b, yaml of %1$s:2:1""";

    assertThat(TestRun.of(AskingTwo.class).failureOfTheClass())
        .hasMessage(report.formatted("AskingTwo"));
    assertThat(TestRun.parallel(AskingTwo.class).failureOfTheClass())
        .hasMessage(report.formatted("AskingTwo"));
    assertThat(TestRun.of(AskingTwoOnOnePort.class).failureOfTheClass())
        .hasMessage(report.formatted("AskingTwoOnOnePort"));
  }

  @HomeportTest(yaml = ROUTES, failOnUnusedRoutes = true)
  static class AskingAll extends AskingTwo {

    @Test
    void theThird(Homeport api) {
      Ask.get(api.url() + "/b");
    }
  }

  @HomeportTest(
      yaml = "{ data: { a: [] }, CRUD /a: { data: a }, GET /b: {} }",
      failOnUnusedRoutes = true)
  static class AskingACollection {

    @Test
    void oneOfItsRoutes(Homeport api) {
      Ask.get(api.url() + "/a");
      Ask.get(api.url() + "/b");
    }
  }

  @Test
  void ofACollectionOneIsEnough() {
    TestRun.of(AskingACollection.class).passed(1);
  }

  @Test
  void areAllRightWhenTheTestsTogetherAskedAll() {
    TestRun.of(AskingAll.class).passed(3);
  }

  @HomeportTest(yaml = ROUTES, failOnUnusedRoutes = true)
  static class WithADisabledTest extends AskingTwo {

    @Test
    @Disabled("later")
    void theThird() {}
  }

  @Test
  void areNotJudgedUnlessEveryTestRan() {
    TestRun.of(WithADisabledTest.class).passed(2);
    TestRun.of(Map.of(), selectMethod(AskingTwo.class, "one", Homeport.class.getName())).passed(1);
  }

  @HomeportTest(yaml = ROUTES, failOnUnusedRoutes = true)
  static class WithAFailure extends AskingTwo {

    @Test
    void theThird() {
      throw new IllegalStateException("before it asked for anything");
    }
  }

  @Test
  void areNotJudgedWhenATestFailed() {
    TestRun run = TestRun.of(WithAFailure.class);

    assertThat(run.failureOfATest()).hasMessage("before it asked for anything");
    assertThat(run.results().containerEvents().failed().count()).isZero();
  }
}
