package dev.homeport.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DateFieldTest {

  /** Goes on when told to. */
  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("1994-11-06T08:49:37.2Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Test
  void theDateGoesOnWithTheClock() {
    HandClock clock = new HandClock();
    DateField field = new DateField(clock);

    assertThat(field.after(Duration.ZERO).value()).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    clock.now = clock.now.plusMillis(900);
    assertThat(field.after(Duration.ZERO).value()).isEqualTo("Sun, 06 Nov 1994 08:49:38 GMT");
    assertThat(field.after(Duration.ofSeconds(5)).value())
        .isEqualTo("Sun, 06 Nov 1994 08:49:43 GMT");
  }

  @Test
  void theThreeFormsOfADateAreRead() {
    Instant date = Instant.parse("1994-11-06T08:49:37Z");

    assertThat(HttpDate.parse("Sun, 06 Nov 1994 08:49:37 GMT")).isEqualTo(date);
    assertThat(HttpDate.parse("Sunday, 06-Nov-94 08:49:37 GMT")).isEqualTo(date);
    assertThat(HttpDate.parse("Sun Nov  6 08:49:37 1994")).isEqualTo(date);
    assertThat(HttpDate.parse("1994-11-06")).isNull();
  }
}
