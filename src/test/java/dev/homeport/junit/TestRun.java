package dev.homeport.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** What became of test classes that JUnit ran within a test. */
record TestRun(EngineExecutionResults results) {

  /** One after the other. */
  static TestRun of(Class<?>... tests) {
    return of(Map.of(), select(tests));
  }

  /** All tests of all classes at the same time, on eight threads. */
  static TestRun parallel(Class<?>... tests) {
    return of(
        Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "8"),
        select(tests));
  }

  static TestRun of(Map<String, String> configuration, DiscoverySelector... selectors) {
    return new TestRun(
        EngineTestKit.engine("junit-jupiter")
            .configurationParameters(configuration)
            .selectors(selectors)
            .execute());
  }

  private static DiscoverySelector[] select(Class<?>... tests) {
    return Arrays.stream(tests).map(test -> selectClass(test)).toArray(DiscoverySelector[]::new);
  }

  /** So many tests ran, and nothing failed. */
  TestRun passed(int tests) {
    assertThat(failures(results.allEvents())).isEmpty();
    assertThat(results.testEvents().succeeded().count()).isEqualTo(tests);
    return this;
  }

  /** How many tests passed. */
  long succeeded() {
    return results.testEvents().succeeded().count();
  }

  /** Why a test failed; its name is that of its method. */
  Throwable failureOf(String method) {
    return only(
        results
            .testEvents()
            .filter(event -> event.getTestDescriptor().getDisplayName().startsWith(method + "("))
            .map(TestRun::failure)
            .flatMap(List::stream)
            .toList());
  }

  /** Why the one test that failed did. */
  Throwable failureOfATest() {
    return only(failures(results.testEvents()));
  }

  /** Why the one class that failed did, beside its tests. */
  Throwable failureOfTheClass() {
    return only(failures(results.containerEvents()));
  }

  private static Throwable only(List<Throwable> failures) {
    assertThat(failures).hasSize(1);
    return failures.get(0);
  }

  private static List<Throwable> failures(Events events) {
    return events.stream().map(TestRun::failure).flatMap(List::stream).toList();
  }

  private static List<Throwable> failure(Event event) {
    return event
        .getPayload(TestExecutionResult.class)
        .flatMap(TestExecutionResult::getThrowable)
        .map(List::of)
        .orElse(List.of());
  }
}
