package dev.homeport.server.wire;

import java.time.Clock;
import java.time.Instant;

/**
 * The {@code Date} of answers, written once a second. Safe for any number of threads. Undertow's
 * own stays in the past for good when a server is stopped at the wrong moment: it is static, and
 * its timer dies with the server's threads.
 */
final class DateField {

  private record Written(long second, String text) {}

  private final Clock clock;
  private volatile Written last = new Written(Long.MIN_VALUE, "");

  /**
   * @param clock the real one; {@code --clock} is for templates
   */
  DateField(Clock clock) {
    this.clock = clock;
  }

  String value() {
    long second = Math.floorDiv(clock.millis(), 1000L);
    Written known = last;
    if (known.second() != second) {
      known = new Written(second, HttpDate.format(Instant.ofEpochSecond(second)));
      last = known;
    }
    return known.text();
  }
}
