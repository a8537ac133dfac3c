package dev.homeport.junit;

import dev.homeport.Homeport;
import dev.homeport.HomeportOptions;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * What a test class wants. Immutable.
 *
 * @param options a problem in the mocks keeps the server from starting
 * @param property a system property for the URL; empty for none
 */
record TestSetup(HomeportOptions options, Isolation isolation, Rules rules, String property) {

  TestSetup {
    options = options.withStrict(true).withAnyPortByDefault();
  }

  /** Everything else as by default. */
  static TestSetup of(HomeportOptions options) {
    return new TestSetup(options, Isolation.PER_TEST, Rules.DEFAULT, "");
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
      rules.compile(homeport);
      return homeport;
    } catch (IllegalArgumentException e) {
      homeport.close();
      throw new ExtensionConfigurationException(
          owner + ": a request to ignore is none: " + e.getMessage(), e);
    }
  }
}
