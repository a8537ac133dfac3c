package dev.homeport.engine.template;

import dev.homeport.diagnostic.SyntaxException;
import org.jspecify.annotations.Nullable;

/** How much a template may make. */
final class Limits {

  /** Most items, characters or rounds that one helper makes. */
  static final int MAX_COUNT = 100_000;

  /** Most rounds that all blocks of an answer make together. */
  static final int MAX_ROUNDS = 1_000_000;

  /** Most characters of a rendered text, 64 Mi. */
  static final int MAX_OUTPUT = 64 * 1024 * 1024;

  private Limits() {}

  /** Refuses a count that is too large. */
  static void check(String helper, long count) {
    if (count > MAX_COUNT) {
      throw new RenderException(
          helper + ": " + count + " is more than the limit of " + MAX_COUNT, null);
    }
  }

  /** Refuses, when a file is loaded, a count that is written out and too large. */
  static void checkWritten(String helper, long count, int offset) throws SyntaxException {
    if (count > MAX_COUNT) {
      throw new SyntaxException(
          helper + ": " + count + " is more than the limit of " + MAX_COUNT, null, offset);
    }
  }

  /** A count within the limit; 0 for less and for what is no number. */
  static Integer count(@Nullable Object value) throws SyntaxException {
    long count = Values.integer(value, 0);
    if (count > MAX_COUNT) {
      throw new SyntaxException(count + " is more than the limit of " + MAX_COUNT, null);
    }
    return (int) Math.max(0, count);
  }

  /** Refuses a text that is too long. */
  static void checkOutput(long characters) {
    if (characters > MAX_OUTPUT) {
      throw new RenderException("the rendered text is larger than 64 MiB", null);
    }
  }
}
