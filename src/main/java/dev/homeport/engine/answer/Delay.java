package dev.homeport.engine.answer;

import dev.homeport.diagnostic.SyntaxException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long to wait before the first byte: fixed, uniform or log-normal; at most 10 minutes.
 * Immutable, safe to share.
 */
public sealed interface Delay {

  /** The longest delay. */
  Duration MAX = Duration.ofMinutes(10);

  /** Whether every answer waits the same. */
  boolean isFixed();

  /**
   * The delay of one answer.
   *
   * @param random asked only by a delay that needs chance
   */
  Duration next(Supplier<Random> random);

  /** Always the same. */
  record Fixed(Duration duration) implements Delay {

    @Override
    public boolean isFixed() {
      return true;
    }

    @Override
    public Duration next(Supplier<Random> random) {
      return duration;
    }
  }

  /** Anything between two bounds, all alike probable, both included. */
  record Uniform(Duration least, Duration most) implements Delay {

    @Override
    public boolean isFixed() {
      return false;
    }

    @Override
    public Duration next(Supplier<Random> random) {
      long span = most.minus(least).toNanos();
      return least.plusNanos((long) (random.get().nextDouble() * (span + 1)));
    }
  }

  /**
   * Mostly near the median, now and then much longer, as real services are.
   *
   * @param sigma spread of the logarithm; 0 is always the median
   * @param max what is longer is cut to this
   */
  record LogNormal(Duration median, double sigma, Duration max) implements Delay {

    public LogNormal {
      if (!(sigma >= 0 && sigma <= 10)) {
        throw new IllegalArgumentException("sigma " + sigma);
      }
    }

    @Override
    public boolean isFixed() {
      return false;
    }

    @Override
    public Duration next(Supplier<Random> random) {
      double factor = Math.exp(sigma * random.get().nextGaussian());
      double nanos = Math.min(median.toNanos() * factor, (double) max.toNanos());
      return Duration.ofNanos((long) nanos);
    }
  }

  /**
   * {@code 250ms}, {@code 2s}, {@code 1m}, {@code 100ms..2s}, and {@code 0}.
   *
   * @throws SyntaxException saying what to write
   */
  static Delay parse(String text) throws SyntaxException {
    int dots = text.indexOf("..");
    if (dots < 0) {
      return new Fixed(duration(text));
    }
    Duration least = duration(text.substring(0, dots));
    Duration most = duration(text.substring(dots + 2));
    if (least.compareTo(most) > 0) {
      throw new SyntaxException(
          "'" + text + "' begins with the longer one",
          "write " + text.substring(dots + 2) + ".." + text.substring(0, dots));
    }
    return new Uniform(least, most);
  }

  /**
   * {@code 1.5s} → 1500 ms; units are {@code ms}, {@code s} and {@code m}.
   *
   * @throws SyntaxException saying what to write
   */
  static Duration duration(String text) throws SyntaxException {
    Matcher matcher = Units.DURATION.matcher(text.strip());
    if (!matcher.matches()) {
      throw new SyntaxException("'" + text + "' is not a duration", "write 250ms, 2s or 1m");
    }
    String unit = matcher.group(2);
    if (unit == null) {
      if (new BigDecimal(matcher.group(1)).signum() != 0) {
        throw new SyntaxException(
            "'" + text + "' has no unit", "write " + text.strip() + "ms or " + text.strip() + "s");
      }
      return Duration.ZERO;
    }
    BigDecimal nanos =
        new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(Units.nanos(unit)));
    if (nanos.compareTo(BigDecimal.valueOf(MAX.toNanos())) > 0) {
      throw new SyntaxException("'" + text + "' is longer than 10 minutes", "write 10m or less");
    }
    return Duration.ofNanos(nanos.longValue());
  }

  /** The units of durations. */
  final class Units {
    private static final Pattern DURATION =
        Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)\\s*(ms|s|m)?");

    private Units() {}

    private static long nanos(String unit) {
      return switch (unit) {
        case "ms" -> 1_000_000L;
        case "s" -> 1_000_000_000L;
        default -> 60_000_000_000L;
      };
    }
  }
}
