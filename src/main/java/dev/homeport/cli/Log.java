package dev.homeport.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/** The log of the program: on standard error, a line an entry, libraries only with warnings. */
final class Log {

  private Log() {}

  /** Sets it up, unless whoever started the virtual machine chose another log. */
  static void toStandardError() {
    if (System.getProperty("java.util.logging.config.file") != null
        || System.getProperty("java.util.logging.config.class") != null) {
      return;
    }
    try (InputStream settings = Log.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    } catch (IOException e) {
      throw new UncheckedIOException("logging.properties is missing in the jar", e);
    }
  }
}
