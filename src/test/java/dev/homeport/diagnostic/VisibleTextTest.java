package dev.homeport.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

  @Test
  void ordinaryTextStaysItself() {
    String text = "Grüße, 世界 😀 e\u0301";
    assertThat(VisibleText.of(text)).isSameAs(text);
  }

  @Test
  void controlCharactersAreSpelledOut() {
    assertThat(VisibleText.of("a\nb\r\t\u001b[31m\u0000\u0085"))
        .isEqualTo("a\\nb\\r\\t\\u001b[31m\\u0000\\u0085");
  }

  @Test
  void marksThatTurnTheDirectionOfWritingAreSpelledOut() {
    assertThat(VisibleText.of("a\u202Eb\u2066c\u200F")).isEqualTo("a\\u202eb\\u2066c\\u200f");
  }

  @Test
  void lineSeparatorsAndLoneSurrogatesAreSpelledOut() {
    assertThat(VisibleText.of("\u2028\uD83D!")).isEqualTo("\\u2028\\ud83d!");
  }

  @Test
  void longTextIsCut() {
    assertThat(VisibleText.of("abcdef", 6)).isEqualTo("abcdef");
    assertThat(VisibleText.of("abcdefg", 6)).isEqualTo("abcdef…");
  }

  @Test
  void noCharacterIsCutInHalf() {
    assertThat(VisibleText.of("ab😀cd", 3)).isEqualTo("ab…");
  }
}
