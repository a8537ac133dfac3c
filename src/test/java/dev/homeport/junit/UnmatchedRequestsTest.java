package dev.homeport.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.homeport.Homeport;
import dev.homeport.VerificationError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** A request that no route answered fails the test in which it came. */
final class UnmatchedRequestsTest {

  @HomeportTest(yaml = "GET /users: { text: all }")
  static class Misspelt {

    @Test
    void asksForWhatIsThere(Homeport api) {
      Ask.get(api.url() + "/users");
    }

    @Test
    void asksForSomethingElse(Homeport api) {
      Ask.get(api.url() + "/userz?page=2");
    }
  }

  @Test
  void failsThatTestWithTheReport() {
    TestRun run = TestRun.of(Misspelt.class);

    assertThat(run.succeeded()).isEqualTo(1);
    assertThat(run.failureOf("asksForSomethingElse"))
        .isInstanceOf(VerificationError.class)
        .hasMessageContaining("wanted a route for every request, found 1 request without one")
        .hasMessageContaining("#1 GET /userz?page=2, answered 404")
        .hasMessageContaining("GET /users (yaml of Misspelt:1:1)")
        .hasMessageContaining("path: segment 1 is 'userz', the route has 'users'");
  }

  @HomeportTest(yaml = "GET /users: { text: all }")
  static class FailsAnyway {

    @Test
    void withItsOwnWords(Homeport api) {
      Ask.get(api.url() + "/userz");
      fail("the page is empty");
    }

    @Test
    void orGivesUp(Homeport api) {
      Ask.get(api.url() + "/userz");
      Assumptions.abort("no time");
    }
  }

  @Test
  void neverHidesTheFailureOfTheTest() {
    TestRun run = TestRun.of(FailsAnyway.class);

    assertThat(run.failureOf("withItsOwnWords")).hasMessage("the page is empty");
    assertThat(run.failureOf("withItsOwnWords").getSuppressed())
        .singleElement()
        .isInstanceOf(VerificationError.class);
    assertThat(run.failureOf("orGivesUp"))
        .as("a failure counts more than an assumption")
        .isInstanceOf(VerificationError.class);
  }

  @HomeportTest(
      yaml = "GET /users: { text: all }",
      ignore = {"GET /metrics/{name}", "ANY /health"})
  static class Ignoring {

    @Test
    void someOfThem(Homeport api) {
      Ask.get(api.url() + "/metrics/heap");
      Ask.get(api.url() + "/health");
      Ask.get(api.url() + "/favicon.ico");
    }

    @Test
    void notAll(Homeport api) {
      Ask.get(api.url() + "/metrics");
    }
  }

  @Test
  void mayBeIgnored() {
    TestRun run = TestRun.of(Ignoring.class);

    assertThat(run.succeeded()).isEqualTo(1);
    assertThat(run.failureOf("notAll")).hasMessageContaining("GET /metrics,");
  }

  @HomeportTest(failOnUnmatchedRequests = false)
  static class Lenient {

    @Test
    void mayAskForAnything(Homeport api) {
      Ask.get(api.url() + "/anything");
    }
  }

  @Test
  void mayBeOfNoInterest() {
    TestRun.of(Lenient.class).passed(1);
  }

  @HomeportTest
  static class AfterTheTest {

    @Test
    void ofTheTest() {}

    @AfterEach
    void goesOn(Homeport api) {
      Ask.get(api.url() + "/goodbye");
    }
  }

  @Test
  void countsUntilTheLastMethodOfTheTest() {
    assertThat(TestRun.of(AfterTheTest.class).failureOf("ofTheTest"))
        .hasMessageContaining("GET /goodbye");
  }

  @HomeportTest
  static class AroundTheTests {

    @BeforeAll
    static void warmUp(Homeport api) {
      Ask.get(api.url() + "/warm-up");
    }

    @Test
    void isFine() {}

    @AfterAll
    static void report(Homeport api) {
      Ask.get(api.url() + "/report");
    }
  }

  @HomeportTest(isolation = Isolation.PER_CLASS)
  static class AroundTheTestsOnOnePort extends AroundTheTests {

    @Test
    void isFineToo() {}
  }

  @Test
  void ofTheClassItselfFailsTheClass() {
    TestRun run = TestRun.of(AroundTheTests.class);

    assertThat(run.succeeded()).isEqualTo(1);
    assertThat(run.failureOfTheClass())
        .hasMessageContaining("GET /warm-up")
        .hasMessageContaining("GET /report");
  }

  @Test
  void ofTheClassItselfOnOnePortFailsTheClass() {
    TestRun run = TestRun.of(AroundTheTestsOnOnePort.class);

    assertThat(run.succeeded()).isEqualTo(2);
    Throwable failure = run.failureOfTheClass();
    assertThat(failure).hasMessageContaining("GET /warm-up");
    assertThat(failure.getSuppressed())
        .singleElement()
        .satisfies(later -> assertThat(later).hasMessageContaining("GET /report"));
  }

  @HomeportTest(isolation = Isolation.PER_CLASS)
  static class OneAfterTheOther {

    @RepeatedTest(3)
    void fails(Homeport api, RepetitionInfo repetition) {
      if (repetition.getCurrentRepetition() == 2) {
        Ask.get(api.url() + "/second");
      }
    }
  }

  @Test
  void isNotFoundAgainByTheNextTestOnThePort() {
    TestRun run = TestRun.of(OneAfterTheOther.class);

    assertThat(run.succeeded()).isEqualTo(2);
    assertThat(run.failureOfATest()).hasMessageContaining("GET /second");
  }

  @HomeportTest(ignore = "/metrics")
  static class NoRequest {

    @Test
    void neverRuns() {}
  }

  @HomeportTest(ignore = "GETT /metrics")
  static class NoMethod {

    @Test
    void neverRuns() {}
  }

  @Test
  void areIgnoredByWhatIsARequest() {
    assertThat(TestRun.of(NoRequest.class).failureOfTheClass())
        .hasMessage(
            "@HomeportTest of NoRequest: '/metrics' is no request to ignore (write \"GET /path\")");
    assertThat(TestRun.of(NoMethod.class).failureOfTheClass())
        .hasMessageContaining("@HomeportTest of NoMethod: a request to ignore is none: ")
        .hasMessageContaining("GETT");
  }
}
