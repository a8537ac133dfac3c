package dev.homeport.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "1 2",
        "{} x",
        "[1,]",
        "{\"a\":1,}",
        "NaN",
        "01",
        "+1",
        "1.",
        ".5",
        "'a'",
        "/**/1",
        "tru",
        "{a:1}",
        "\"a\tb\"",
        "\"a",
        "[",
        "1e99999999999",
        "\u00a01"
      })
  void whatIsNotOneJsonValueIsNull(String text) {
    assertThat(Json.parse(text)).isNull();
    assertThat(Json.parse(text.getBytes(StandardCharsets.UTF_8))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1.20|1.20",
        "1e2|100",
        "1.0E10|10000000000",
        "-0.5e-3|-0.0005",
        "123456789012345678901234567890|123456789012345678901234567890",
        "1e999999999|1E+999999999",
        "1e-999999999|1E-999999999",
        "[1, true ,null]|[1,true,null]",
        "{\"b\":1,\"a\":{}}|{\"b\":1,\"a\":{}}",
        "{\"a\":1,\"a\":2}|{\"a\":2}",
        "\"\\u00e9\\/\\n\\u0001\"|\"é/\\n\\u0001\"",
      })
  void whatIsReadIsWrittenAsItWasSpelled(String text, String written) {
    JsonNode node = parse(text);
    assertThat(Json.write(node)).isEqualTo(written);
    assertThat(Json.write(Json.toJava(node))).isEqualTo(written);
    assertThat(Json.write(Json.toNode(Json.toJava(node)))).isEqualTo(written);
  }

  @Test
  void nestingIsReadUpToItsLimitOnly() {
    assertThat(Json.parse("[".repeat(500) + "]".repeat(500))).isNotNull();
    assertThat(Json.parse("[".repeat(501) + "]".repeat(501))).isNull();
    assertThat(Json.parse("{\"a\":".repeat(100_000))).isNull();
    assertThat(Json.mistake("[".repeat(501).getBytes(StandardCharsets.UTF_8)))
        .endsWith("nesting depth (501) exceeds the maximum allowed (500)");
  }

  @Test
  void aByteOrderMarkIsPassedOver() {
    assertThat(Json.parse("\uFEFF[1]")).isEqualTo(parse("[1]"));
    assertThat(Json.parse("\uFEFF[1]".getBytes(StandardCharsets.UTF_8))).isEqualTo(parse("[1]"));
  }

  @Test
  void bytesThatAreNotUtf8AreNotJson() {
    assertThat(Json.parse("\"é\"".getBytes(StandardCharsets.ISO_8859_1))).isNull();
  }

  @Test
  void plainValuesKeepTheirTypes() {
    assertThat(
            Json.toJava(parse("{\"i\":7,\"d\":7.50,\"s\":\"x\",\"b\":true,\"n\":null,\"l\":[1]}")))
        .isEqualTo(
            new java.util.LinkedHashMap<>() {
              private static final long serialVersionUID = 1L;

              {
                put("i", 7L);
                put("d", new BigDecimal("7.50"));
                put("s", "x");
                put("b", true);
                put("n", null);
                put("l", List.of(1L));
              }
            });
  }

  @Test
  void everyKindOfValueBecomesANode() {
    assertThat(Json.write(Arrays.asList(1, 2L, (short) 3, 1.5f, 2.0, new BigInteger("9"), null)))
        .isEqualTo("[1,2,3,1.5,2.0,9,null]");
    assertThat(Json.toNode(Map.of("a", new Object[] {1, "x"})))
        .isEqualTo(parse("{\"a\":[1,\"x\"]}"));
    assertThat(Json.write(Double.NaN)).isEqualTo("null");
    assertThat(Json.toNode(Double.POSITIVE_INFINITY).isNull()).isTrue();
    assertThat(Json.toNode(java.net.URI.create("x")).stringValue()).isEqualTo("x");
  }

  @Test
  void halfASurrogatePairIsEscaped() {
    assertThat(Json.write("a\ud83db\ude00")).isEqualTo("\"a\\ud83db\\ude00\"");
    assertThat(Json.write("\ud83d\ude00")).isEqualTo("\"\ud83d\ude00\"");
  }

  @ParameterizedTest
  @CsvSource({"1.0E10,10000000000", "1.50,1.50", "1E+100,1%0100", "1E+101,1E+101", "1E-200,1E-200"})
  void plainNumbersHaveNoExponentUnlessItIsHuge(String number, String plain) {
    String expected = plain.contains("%") ? "1" + "0".repeat(100) : plain;
    assertThat(Json.plain(new BigDecimal(number))).isEqualTo(expected);
  }

  @Test
  void plainOfADoubleIsItsShortestSpelling() {
    assertThat(Json.plain(0.1)).isEqualTo("0.1");
    assertThat(Json.plain(1.0E10)).isEqualTo("10000000000");
    assertThat(Json.plain(5)).isEqualTo("5");
  }

  static JsonNode parse(String text) {
    JsonNode node = Json.parse(text);
    assertThat(node).as(text).isNotNull();
    return java.util.Objects.requireNonNull(node);
  }
}
