package dev.homeport.definition.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.diagnostic.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class Utf8TextTest {

  private final List<Problem> problems = new ArrayList<>();

  @Test
  void utf8IsText() {
    byte[] bytes = "\uFEFFé😀".getBytes(StandardCharsets.UTF_8);
    assertThat(Utf8Text.decode("f", bytes, problems)).isEqualTo("\uFEFFé😀");
    assertThat(Utf8Text.decode("f", new byte[0], problems)).isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void aByteThatIsNotUtf8HasItsPlace() {
    byte[] bytes = "a: 1\né: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Utf8Text.decode("f", bytes, problems)).isNull();
    assertThat(problems)
        .singleElement()
        .hasToString("f:2:1: the byte 0xE9 is not UTF-8 (save the file as UTF-8)")
        .extracting(Problem::excerpt)
        .isEqualTo("\uFFFD: caf\uFFFD");
  }

  @Test
  void aCharacterCutOffAtTheEndIsFound() {
    assertThat(Utf8Text.decode("f", new byte[] {'a', (byte) 0xC3}, problems)).isNull();
    assertThat(problems)
        .singleElement()
        .hasToString("f:1:2: the byte 0xC3 is not UTF-8 (save the file as UTF-8)");
  }

  @Test
  void utf16IsNamed() {
    assertThat(Utf8Text.decode("f", "a: 1".getBytes(StandardCharsets.UTF_16), problems)).isNull();
    assertThat(problems)
        .singleElement()
        .hasToString("f:1:1: the file is UTF-16 (save it as UTF-8)");
  }
}
