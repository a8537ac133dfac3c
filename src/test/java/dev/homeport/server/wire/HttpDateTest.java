package dev.homeport.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {

  private static final DateTimeFormatter PATTERN =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  @Test
  void isWrittenAsTheStandardShowsIt() {
    assertThat(HttpDate.format(Instant.parse("1994-11-06T08:49:37Z")))
        .isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
  }

  @Test
  void everyInstantIsWrittenAsThePatternSaysAndReadAgain() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      Instant instant = Instant.ofEpochSecond(random.nextLong(0, 253_402_300_799L));

      String text = HttpDate.format(instant);

      assertThat(text).isEqualTo(PATTERN.format(instant));
      assertThat(HttpDate.parse(text)).isEqualTo(instant);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
        " Sun Nov 6 08:49:37 1994 "
      })
  void theObsoleteFormsAreReadToo(String text) {
    assertThat(HttpDate.parse(text)).isEqualTo(Instant.parse("1994-11-06T08:49:37Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "Sun, 06 Nov 1994", "1994-11-06T08:49:37Z"})
  void anythingElseIsNoDate(String text) {
    assertThat(HttpDate.parse(text)).isNull();
  }
}
