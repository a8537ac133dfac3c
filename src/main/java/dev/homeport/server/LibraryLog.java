package dev.homeport.server;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Keeps the greetings of the libraries ({@code XNIO version …}) out of the log of whoever starts a
 * server. In the packaged jar the names are the relocated ones: a user's own Undertow is not meant.
 */
final class LibraryLog {

  /** Held, because java.util.logging forgets the level of a logger that nobody holds. */
  private static final List<Logger> LOGGERS =
      Stream.of("org.xnio", "io.undertow", "org.jboss.threads").map(Logger::getLogger).toList();

  private LibraryLog() {}

  /** Lets only warnings pass, unless somebody has set another level. */
  static void warningsOnly() {
    for (Logger logger : LOGGERS) {
      if (logger.getLevel() == null) {
        logger.setLevel(Level.WARNING);
      }
    }
  }
}
