package dev.homeport.engine.verify;

import java.time.Duration;

/**
 * How many requests are wanted, and how long to wait for them.
 *
 * <ul>
 *   <li>Where at least one is wanted, it is met as soon as enough have come: {@code once().within(2
 *       s)} ends with the first request. More than wanted end it at once, too.
 *   <li>Where none is allowed, or none needed ({@code never}, {@code atMost}), a wait takes its
 *       whole time: only then is it known that no more came.
 * </ul>
 *
 * @param min at least so many, 0 or more
 * @param max at most so many; {@link #UNLIMITED} for no limit
 * @param within how long to wait, not negative; zero judges what is there
 */
public record Count(long min, long max, Duration within) {

  /** As many as like to come. */
  public static final long UNLIMITED = Long.MAX_VALUE;

  public Count {
    if (min < 0 || max < min) {
      throw new IllegalArgumentException("a count of " + min + " to " + max + " requests");
    }
    if (within.isNegative()) {
      throw new IllegalArgumentException("a wait of " + within);
    }
  }

  public static Count once() {
    return times(1);
  }

  public static Count never() {
    return times(0);
  }

  public static Count times(long n) {
    return between(n, n);
  }

  public static Count atLeast(long n) {
    return between(n, UNLIMITED);
  }

  public static Count atMost(long n) {
    return between(0, n);
  }

  public static Count between(long least, long most) {
    return new Count(least, most, Duration.ZERO);
  }

  /** The same number, waited for. */
  public Count within(Duration time) {
    return new Count(min, max, time);
  }

  /** Whether more time may be needed to tell although so many have come. */
  boolean watchesTheWholeTime() {
    return min == 0 && max != UNLIMITED;
  }

  /**
   * In words: {@code exactly 1 request}, {@code no request}, {@code at least 2 requests within 2s},
   * {@code between 1 and 4 requests}.
   */
  public String described() {
    return number() + (within.isZero() ? "" : " within " + words(within));
  }

  private String number() {
    if (max == 0) {
      return "no request";
    } else if (min == max) {
      return "exactly " + Words.requests(min);
    } else if (max == UNLIMITED) {
      return min == 0 ? "any number of requests" : "at least " + Words.requests(min);
    }
    String most = Words.requests(max);
    return min == 0 ? "at most " + most : "between " + min + " and " + most;
  }

  /** {@code 250ms}, {@code 2s}, {@code 1500ms}, {@code 2m}. */
  static String words(Duration time) {
    long millis = time.toMillis();
    if (millis == 0 || millis % 1000 != 0) {
      return millis + "ms";
    }
    return millis % 60_000 == 0 ? millis / 60_000 + "m" : millis / 1000 + "s";
  }
}
