package dev.homeport.cli;

import dev.homeport.server.Reach;
import java.util.List;

/**
 * What a person should know about who reaches the server.
 *
 * @param host as it was asked for, for the words
 */
record ReachAdvice(String host, int port, Reach reach) {

  /** Lines for standard error when other machines get in; none on loopback. */
  List<String> warning() {
    if (!reach.isOpen()) {
      return List.of();
    }
    String where = reach.openUrls().isEmpty() ? "" : " at " + String.join(", ", reach.openUrls());
    return List.of(
        "warning: listening on "
            + host
            + ": whoever reaches this machine can read the mocks"
            + where,
        "  to let requests in that call it by a name: --allow-host NAME; to keep others out: no --host");
  }

  /** A line for standard error when nobody outside of a container gets in; none otherwise. */
  List<String> hint(boolean isInContainer) {
    if (reach.isOpen() || !isInContainer) {
      return List.of();
    }
    return List.of(
        "this is a container: only what runs in it reaches loopback (to publish port "
            + port
            + ": --host 0.0.0.0)");
  }
}
