package dev.homeport.engine.answer;

import dev.homeport.diagnostic.SyntaxException;
import java.time.Duration;
import java.util.Random;
import java.util.function.Supplier;

/**
 * How long to wait before the first byte: fixed, uniform or log-normal; at most 10 minutes.
 * Immutable.
 */
public interface Delay {

  /**
   * The delay of one answer.
   *
   * @param random asked only by a delay that needs chance
   */
  Duration next(Supplier<Random> random);

  /**
   * {@code 250ms}, {@code 2s}, {@code 1m}, {@code 100ms..2s}.
   *
   * @throws SyntaxException saying what to write
   */
  static Delay parse(String text) throws SyntaxException {
    throw new AssertionError("skeleton");
  }
}
