package dev.homeport.junit;

import static dev.homeport.Count.once;
import static dev.homeport.RequestPattern.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.Homeport;
import dev.homeport.VerificationError;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A service is each test's own, as the whole is, and judged with it. */
final class ServicesOfATestTest {

  @HomeportTest(classPath = "services")
  static class Counting {

    @RepeatedTest(50)
    void seesItsOwn(Homeport api) {
      Homeport users = api.service("users");
      assertThat(Ask.get(users.url() + "/n")).isEqualTo("first");
      assertThat(Ask.get(api.url() + "/orders")).isEqualTo("orders");
      users.verify(get("/n"), once());
      api.verifyNoMoreRequests(get("/orders"));
    }
  }

  @HomeportTest(classPath = "services", isolation = Isolation.PER_CLASS)
  static class CountingOnOnePort extends Counting {}

  @Test
  void beginAnewWithEachTest() {
    TestRun.parallel(Counting.class).passed(50);
    TestRun.of(CountingOnOnePort.class).passed(50);
  }

  @HomeportTest(classPath = "services")
  static class Misspelt {

    @Test
    void asksTheServiceForWhatTheWholeHas(Homeport api) {
      Ask.get(api.service("users").url() + "/orders");
    }
  }

  @Test
  void failTheTestWhenTheyCouldNotAnswer() {
    assertThat(TestRun.of(Misspelt.class).failureOfATest())
        .isInstanceOf(VerificationError.class)
        .hasMessageContaining("GET /orders, answered 404");
  }

  @HomeportTest(classPath = "services", failOnUnusedRoutes = true)
  static class AskingTwo {

    @Test
    void both(Homeport api) {
      Ask.get(api.url() + "/orders");
      Ask.get(api.service("users").url() + "/n");
    }
  }

  @Test
  void countTheirRoutesToo() {
    assertThat(TestRun.of(AskingTwo.class).failureOfTheClass())
        .hasMessageStartingWith(
            "no test of AskingTwo asked these routes (1 of 3):\n  GET /users, ");
  }
}
