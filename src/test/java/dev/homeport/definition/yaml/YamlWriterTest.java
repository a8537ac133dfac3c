package dev.homeport.definition.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.diagnostic.Problems;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {

  private static Map<String, @Nullable Object> map(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return map;
  }

  @Test
  void whatIsShortStandsInBraces() {
    Object value = map("id", 7, "price", new BigDecimal("1.50"), "tags", List.of("a", "b"));

    assertThat(YamlWriter.member("json", value))
        .isEqualTo("json: { id: 7, price: 1.50, tags: [a, b] }\n");
  }

  @Test
  void whatIsLongOrNestedStandsInLines() {
    Object address = map("street", "12 Harbour Road", "city", "Portsmouth", "country", "England");
    Object value =
        map(
            "lines",
            List.of(map("sku", "P-7", "n", 1), List.of(List.of(1), 2)),
            "address",
            map("name", "Ada Lovelace, Countess", "postal", address, "note", "a\n  b\n\nc\n"),
            "empty",
            Arrays.asList(List.of(), Map.of(), null));

    assertThat(YamlWriter.member("json", value))
        .isEqualTo(
            """
            json:
              lines:
                - { sku: P-7, "n": 1 }
                -
                  - [1]
                  - 2
              address:
                name: "Ada Lovelace, Countess"
                postal: { street: "12 Harbour Road", city: Portsmouth, country: England }
                note: |
                  a
                    b

                  c
              empty: [[], {}, null]
            """);
  }

  @Test
  void linesStandBelowEachOtherHoweverShort() {
    Object value = new YamlWriter.Lines(map("status", 204));

    assertThat(YamlWriter.member("GET /a", value)).isEqualTo("GET /a:\n  status: 204\n");
    assertThat(YamlWriter.member("GET /a", List.of(value, value)))
        .isEqualTo("GET /a:\n  - status: 204\n  - status: 204\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          Ada Lovelace        | Ada Lovelace
          /users/7            | /users/7
          https://a.test/b?c  | https://a.test/b?c
          it's                | it's
          7                   | "7"
          1.5e3               | "1.5e3"
          null                | "null"
          No                  | "No"
          present             | "present"
          - a                 | "- a"
          a: b                | "a: b"
          a #b                | "a #b"
          a,b                 | "a,b"
          {{x}}               | "{{x}}"
          "a"                 | '"a"'
          "it's"              | '"it''s"'
          a\\b                | 'a\\b'
          """)
  void quotesStandWhereTheyAreNeeded(String text, String written) {
    assertThat(YamlWriter.member("text", text)).isEqualTo("text: " + written + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n",
        "a\n",
        "a\n\n",
        "\na",
        " a\nb",
        "a\n  ",
        "a\nb ",
        "a\n\tb\n",
        "a\r\nb",
        "a\u0000\nb",
        "a\u2028b\nc",
        "\ufeffa",
        "# a\n# b",
        "---\n...\n"
      })
  void everyTextIsReadAsItWas(String text) {
    String yaml = YamlWriter.member("a", map("b", List.of(text)));
    Problems problems = new Problems("a.yaml", yaml);

    YamlNode read = new YamlReader().read("a.yaml", yaml, problems);

    assertThat(problems.found()).isEmpty();
    assertThat(onlyText(read)).isEqualTo(text);
  }

  /** The one text in a tree. */
  private static String onlyText(@Nullable YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      return onlyText(mapping.entries().get(0).value());
    } else if (node instanceof YamlSequence list) {
      return onlyText(list.items().get(0));
    }
    return node instanceof YamlScalar scalar ? scalar.text() : "no text: " + node;
  }
}
