package dev.homeport.definition.seed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.json.Json;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeedFormatTest {

  private static String read(SeedFormat format, String text) throws SyntaxException {
    return Json.write(format.read(text.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{\"id\":1,\"name\":\"a: b # c\",\"no\":null,\"list\":[1,{\"x\":\"y\\n\"}],\"1.50\":1.50}]",
        "[{\"id\":\"007\",\"t\":\"true\",\"n\":\"null\",\"q\":\"\\\"',\\r\\n\",\"e\":\"\",\"s\":\" x \"}]",
        "[{},[],\"- a\",{\"on\":false,\"ä €\":\"\u2028\u0085\u007F\uFEFFx\\u0007\"}]",
        "{\"theme\":\"dark\"}",
        "\"{{x}}\"",
        "7"
      })
  void whatIsWrittenIsReadAgain(String json) throws SyntaxException {
    Object value = Json.toJava(Objects.requireNonNull(Json.parse(json)));

    for (SeedFormat format : new SeedFormat[] {SeedFormat.JSON, SeedFormat.YAML}) {
      assertThat(read(format, new String(format.write(value), UTF_8)))
          .as("%s", format)
          .isEqualTo(json);
    }
  }

  @Test
  void aTableKeepsTexts() throws SyntaxException {
    String json =
        "[{\"id\":1,\"a\":\"007\",\"b\":true,\"c\":null},{\"id\":2,\"a\":\"x, \\\"y\\\"\\nz\",\"b\":\"\",\"c\":\"1\"}]";
    Object value = Json.toJava(Objects.requireNonNull(Json.parse(json)));

    assertThat(read(SeedFormat.CSV, new String(SeedFormat.CSV.write(value), UTF_8)))
        .isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          JSON | '[ 1,'     | line 1, column 5: unexpected end-of-input
          JSON | ''         | nothing is in it
          YAML | 'a: [1'    | line 1, column
          YAML | ''         | nothing is in it
          CSV  | ''         | nothing is in it
          CSV  | 'a,a'      | line 1: a field has no name, or the name of another
          CSV  | 'a,'       | line 1: a field has no name, or the name of another
          """)
  void aMistakeHasItsPlace(SeedFormat format, String text, String message) {
    assertThatThrownBy(() -> format.read(text.getBytes(UTF_8)))
        .isInstanceOf(SyntaxException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b\n1\n", "a\n\"x\n", "a\n\"x\"y\n"})
  void aBrokenLineOfATableIsNamed(String text) {
    assertThatThrownBy(() -> SeedFormat.CSV.read(text.getBytes(UTF_8)))
        .hasMessageStartingWith("line 2: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"YAML", "CSV"})
  void anotherEncodingIsRefused(SeedFormat format) {
    assertThatThrownBy(() -> format.read("a\nä\n".getBytes(ISO_8859_1)))
        .hasMessageContaining("is not UTF-8");
  }
}
