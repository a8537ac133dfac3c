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

  /** {@code exactly 3}, {@code at least 2}, {@code between 1 and 4}; {@code none} for never. */
  String number() {
    if (max == 0) {
      return "none";
    } else if (min == max) {
      return "exactly " + min;
    } else if (max == UNLIMITED) {
      return "at least " + min;
    }
    return min == 0 ? "at most " + max : "between " + min + " and " + max;
  }

  /**
   * In words: {@code exactly once}, {@code never}, {@code at least 2 times}, {@code exactly once
   * within 2s}.
   */
  public String described() {
    return times() + waiting();
  }

  /** {@code within 2s}; empty when it does not wait. */
  String waiting() {
    return within.isZero() ? "" : " within " + words(within);
  }

  private String times() {
    if (max == 0) {
      return "never";
    } else if (max == UNLIMITED || min == 0 || min == max) {
      long said = min == 0 && max != UNLIMITED ? max : min;
      String number = number();
      return said == 1 ? number.substring(0, number.lastIndexOf(' ')) + " once" : number + " times";
    }
    return number() + " times";
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
