package dev.homeport;

import java.time.Duration;

/**
 * How many requests are wanted, and how long to wait for them. A wait ends as soon as enough have
 * come; {@link #never} and {@link #atMost} wait their whole time, for only then it is known that no
 * more came. Immutable.
 */
public final class Count {

  private final dev.homeport.engine.verify.Count count;

  private Count(dev.homeport.engine.verify.Count count) {
    this.count = count;
  }

  /** Exactly one. */
  public static Count once() {
    return times(1);
  }

  /** None. */
  public static Count never() {
    return times(0);
  }

  /**
   * Exactly so many.
   *
   * @throws IllegalArgumentException when it is negative
   */
  public static Count times(long n) {
    return between(n, n);
  }

  /** So many or more. */
  public static Count atLeast(long n) {
    return new Count(dev.homeport.engine.verify.Count.atLeast(n));
  }

  /** So many or less. */
  public static Count atMost(long n) {
    return between(0, n);
  }

  /** Both bounds included. */
  public static Count between(long least, long most) {
    return new Count(dev.homeport.engine.verify.Count.between(least, most));
  }

  /**
   * The same, waited for.
   *
   * @param time not negative; zero, the default, judges what is there
   */
  public Count within(Duration time) {
    return new Count(count.within(time));
  }

  dev.homeport.engine.verify.Count compiled() {
    return count;
  }

  /** {@code exactly once within 2s}. */
  @Override
  public String toString() {
    return count.described();
  }
}
