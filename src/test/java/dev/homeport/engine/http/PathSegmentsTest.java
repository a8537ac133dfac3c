package dev.homeport.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathSegmentsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/                | ``",
        "/a               | a",
        "/a/              | a,",
        "/a/b             | a,b",
        "//a              | ,a",
        "/a//b            | a,,b",
        "/a%2Fb/c         | a/b,c",
        "/a%2fb           | a/b",
        "/%7Eada          | ~ada",
        "/a+b             | a+b",
        "/a%2Bb           | a+b",
        "/a;v=1/b         | a;v=1,b",
        "/a\\b            | a\\b",
        "/%C3%A9t%C3%A9   | été",
        "/%252F           | %2F",
        "/a/./b           | a,b",
        "/a/../b          | b",
        "/a/%2e%2E/b      | b",
        "/a/b/..          | a,",
        "/a/.             | a,",
        "/../../etc       | etc",
        "/...             | ...",
      })
  void eachSegmentIsDecodedOnceAndDotsAreResolved(String raw, String expected) {
    assertThat(PathSegments.parse(raw)).isEqualTo(List.of(expected.split(",", -1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%", "/%2", "/%zz", "/a%G0", "/%C3", "/%FF", "/%C0%AF"})
  void badEscapesAndBadUtf8AreRefused(String raw) {
    assertThatThrownBy(() -> PathSegments.parse(raw))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bad percent-escape");
  }

  @Test
  void nothingElseIsEverThrown() {
    Random random = new Random(42);
    String alphabet = "/.%2eF+;\\aé\u0000";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder path = new StringBuilder("/");
      for (int n = random.nextInt(12); n > 0; n--) {
        path.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        assertThat(PathSegments.parse(path.toString())).isNotEmpty().doesNotContain("..", ".");
      } catch (IllegalArgumentException expected) {
        assertThat(path.toString()).contains("%");
      }
    }
  }
}
