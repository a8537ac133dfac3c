package dev.homeport.engine.journal;

import java.util.Map;

/**
 * Why no route answered a request. Kept as long as its entry: it should hold references rather than
 * texts where it can, and no copy of the request. Safe for any number of threads.
 */
public interface Unanswered {

  /**
   * In one line: {@code no route has the path /userz (nearest: GET /users, mocks/users.yaml:3:1)}.
   */
  String line();

  /**
   * All of it, in several lines, fit to be shown: what a person sees in a terminal, a test's
   * failure and the web page.
   */
  default String text() {
    return line() + "\n";
  }

  /** All of it for programs: Map, List, String, Number and Boolean, as JSON is made of. */
  default Map<String, Object> details() {
    return Map.of("detail", line());
  }

  /** An estimate of the bytes of heap that it alone keeps; counts against the journal's bound. */
  default int bytes() {
    return 64;
  }
}
