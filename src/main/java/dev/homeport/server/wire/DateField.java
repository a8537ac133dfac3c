package dev.homeport.server.wire;

import dev.homeport.engine.http.Headers.Field;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The {@code Date} of answers, written once a second. Safe for any number of threads. Undertow's
 * own stays in the past for good when a server is stopped at the wrong moment: it is static, and
 * its timer dies with the server's threads.
 */
final class DateField {

  private record Written(long second, Field field) {}

  private final Clock clock;
  private volatile Written last = new Written(Long.MIN_VALUE, field(0));

  /**
   * @param clock the real one; {@code --clock} is for templates
   */
  DateField(Clock clock) {
    this.clock = clock;
  }

  /** The field of an answer that leaves after a while. */
  Field after(Duration delay) {
    long second = Math.floorDiv(clock.millis() + delay.toMillis(), 1000L);
    Written known = last;
    if (known.second() != second) {
      known = new Written(second, field(second));
      last = known;
    }
    return known.field();
  }

  private static Field field(long second) {
    return new Field("Date", HttpDate.format(Instant.ofEpochSecond(second)));
  }
}
