package dev.homeport.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeExpressionTest {

  private static final Instant NOW = Instant.parse("2024-05-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiterString = " → ",
      textBlock =
          """
          now → 2024-05-01T12:00:00Z
          now -3 days → 2024-04-28T12:00:00Z
          now - 3 days → 2024-04-28T12:00:00Z
          now +2 hours → 2024-05-01T14:00:00Z
          now +1 month -1 day → 2024-05-31T12:00:00Z
          now -1 week → 2024-04-24T12:00:00Z
          now -1 year → 2023-05-01T12:00:00Z
          now -90 seconds → 2024-05-01T11:58:30Z
          now +5 minutes → 2024-05-01T12:05:00Z
          Now -1D → 2024-04-30T12:00:00Z
          2024-05-01T12:00:00Z → 2024-05-01T12:00:00Z
          2024-05-01T12:00:00.123Z → 2024-05-01T12:00:00.123Z
          2024-05-01T14:00:00+02:00 → 2024-05-01T12:00:00Z
          2024-05-01T12:00 → 2024-05-01T12:00:00Z
          2024-05-01 12:00:00 → 2024-05-01T12:00:00Z
          2024-05-01 → 2024-05-01T00:00:00Z
          Wed, 01 May 2024 12:00:00 GMT → 2024-05-01T12:00:00Z
          1714564800 → 2024-05-01T12:00:00Z
          1714564800000 → 2024-05-01T12:00:00Z
          1714564800.5 → 2024-05-01T12:00:00.500Z
          """)
  void meansAnInstant(String text, Instant instant) {
    assertThat(TimeExpression.parse(text, NOW)).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "tomorrow",
        "nowadays",
        "now -3",
        "now 3 dayz",
        "now + days",
        "now +999999999999999 years",
        "2024-13-01",
        "2024-02-30T00:00:00Z",
        "-",
        "1.2.3",
        "99999999999999999999999999",
        "Wed, 99 May 2024"
      })
  void allElseIsNone(String text) {
    assertThat(TimeExpression.parse(text, NOW)).isNull();
  }
}
