package dev.homeport.junit;

import dev.homeport.Homeport;
import dev.homeport.HomeportOptions;
import dev.homeport.RequestPattern;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * What a test class wants. Immutable.
 *
 * @param options a problem in the mocks keeps the server from starting
 * @param failOnUnmatched whether requests that no route answered fail a test
 * @param ignored of these, those that do not
 * @param failOnUnused whether routes that no test asked fail the class
 * @param property a system property for the URL; empty for none
 */
record TestSetup(
    HomeportOptions options,
    Isolation isolation,
    boolean failOnUnmatched,
    List<RequestPattern> ignored,
    boolean failOnUnused,
    String property) {

  TestSetup {
    options = options.withStrict(true).withAnyPortByDefault();
    ignored = List.copyOf(ignored);
  }

  /** Everything else as by default. */
  static TestSetup of(HomeportOptions options) {
    return new TestSetup(options, Isolation.PER_TEST, true, List.of(), false, "");
  }

  /**
   * Starts the server.
   *
   * @param owner who wants it, for messages
   */
  Homeport start(String owner) {
    if (!property.isEmpty() && isolation == Isolation.PER_TEST) {
      throw new ExtensionConfigurationException(
          owner
              + ": the system property '"
              + property
              + "' cannot have a URL of its own for each test (write isolation = PER_CLASS, or hand"
              + " the tests' Homeport to what they test)");
    }
    Homeport homeport = Homeport.start(options);
    try {
      homeport.verifyNoUnmatchedRequests(exceptions());
      return homeport;
    } catch (IllegalArgumentException e) {
      homeport.close();
      throw new ExtensionConfigurationException(
          owner + ": a request to ignore is none: " + e.getMessage(), e);
    }
  }

  /**
   * Judges what came to a port.
   *
   * @throws dev.homeport.VerificationError when a request came that no route answered
   */
  void judge(Homeport homeport) {
    if (failOnUnmatched) {
      homeport.verifyNoUnmatchedRequests(exceptions());
    }
  }

  private RequestPattern[] exceptions() {
    List<RequestPattern> all = new ArrayList<>(ignored);
    // Browsers ask for it whatever a test does.
    all.add(RequestPattern.request("ANY", "/favicon.ico"));
    return all.toArray(RequestPattern[]::new);
  }
}
