package dev.homeport.definition.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNumberTest {

  /** As RFC 8259, 6 has it. */
  private static final Pattern GRAMMAR =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  private static void assertThatItIsJudgedAsTheGrammarDoes(String text) {
    Matcher number = GRAMMAR.matcher(text);
    JsonNumber expected =
        number.matches() ? new JsonNumber(number.group(1) != null, number.group(2) != null) : null;
    assertThat(JsonNumber.of(text)).as(text).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", "0", "-0", "00", "01", "7", "-7", "+7", "1.", ".5", "1.5", "-0.5", "1e", "1e5",
        "1E+5", "1e-", "1.e5", "1.5e-05", "1-", "--1", "1e5.5", "1_000", "٣", "1 "
      })
  void numbersAreThoseOfJson(String text) {
    assertThatItIsJudgedAsTheGrammarDoes(text);
  }

  @Test
  void textsOfTheSameCharactersAreJudgedAsTheGrammarDoes() {
    Random random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(7); length > 0; length--) {
        text.append("0179.eE+-".charAt(random.nextInt(9)));
      }
      assertThatItIsJudgedAsTheGrammarDoes(text.toString());
    }
  }
}
