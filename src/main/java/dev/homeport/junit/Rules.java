package dev.homeport.junit;

import dev.homeport.Homeport;
import dev.homeport.RequestPattern;
import java.util.ArrayList;
import java.util.List;

/**
 * What fails a test, or a class, although its own assertions hold. Immutable.
 *
 * @param failOnUnmatched whether requests that no route answered do
 * @param ignored of these, those that do not
 * @param failOnUnused whether routes that no test asked fail the class
 */
record Rules(boolean failOnUnmatched, List<RequestPattern> ignored, boolean failOnUnused) {

  /** Those of a class that says nothing. */
  static final Rules DEFAULT = new Rules(true, List.of(), false);

  Rules {
    ignored = List.copyOf(ignored);
  }

  /**
   * Judges what came to a port and to those of its services.
   *
   * @throws dev.homeport.VerificationError when a request came that no route answered
   */
  void judge(Homeport homeport) {
    if (failOnUnmatched) {
      homeport.verifyNoUnmatchedRequests(exceptions());
      for (Homeport service : homeport.services().values()) {
        service.verifyNoUnmatchedRequests(exceptions());
      }
    }
  }

  /**
   * Reads the requests to ignore, while nothing has come that could be judged.
   *
   * @throws IllegalArgumentException when one of them is none
   */
  void compile(Homeport fresh) {
    fresh.verifyNoUnmatchedRequests(exceptions());
  }

  private RequestPattern[] exceptions() {
    List<RequestPattern> all = new ArrayList<>(ignored);
    // Browsers ask for it whatever a test does.
    all.add(RequestPattern.request("ANY", "/favicon.ico"));
    return all.toArray(RequestPattern[]::new);
  }
}
