package dev.homeport.definition.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

  private static String shape(String text) {
    YamlText yaml = YamlText.of(text);
    assertThat(yaml.problems()).isEmpty();
    return yaml.shape();
  }

  @Nested
  class Types {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '^',
        value = {
          "x | 'x'",
          "yes | 'yes'",
          "no | 'no'",
          "on | 'on'",
          "off | 'off'",
          "true | true",
          "false | false",
          "null | null",
          "~ | null",
          "0 | 0",
          "-0 | -0",
          "-12 | -12",
          "123456789012345678901234567890 | 123456789012345678901234567890",
          "1.20 | 1.20d",
          "1e3 | 1e3d",
          "1.5E-7 | 1.5E-7d",
          "1_000 | '1_000'",
          "0b101 | '0b101'",
          "12:30:45 | '12:30:45'",
          "2026-11-23 | '2026-11-23'",
          "2026-11-23T10:00:00Z | '2026-11-23T10:00:00Z'",
          "+49 30 1234 | '+49 30 1234'",
          "1.2.3 | '1.2.3'",
          "- | [_]",
          "-x | '-x'",
          "\"7\" | '7'",
          "\"true\" | 'true'",
          "!!str 7 | '7'",
          "!!str 007 | '007'",
          "! 7 | '7'",
          "!!int 7 | 7",
          "!!float 7 | 7",
          "!!bool true | true",
          "!!null null | null",
          "{} | {}",
          "[] | []",
        })
    void plainScalarsFollowTheCoreSchema(String text, String shape) {
      assertThat(shape(text)).isEqualTo(shape);
    }

    @Test
    void nothingWrittenIsEmptyAndNotNull() {
      assertThat(shape("a:\nb: ~\nc: []\nd:\n-\n")).isEqualTo("{a: _, b: null, c: [], d: [_]}");
      assertThat(shape("{ debug, page: 2 }")).isEqualTo("{debug: _, page: 2}");
    }

    @Test
    void keysAreTextsAsTheyWereWritten() {
      assertThat(shape("007: a\n1.20: b\ntrue: c\nnull: d\n0x1F: e\n\"\": f"))
          .isEqualTo("{007: 'a', 1.20: 'b', true: 'c', null: 'd', 0x1F: 'e', : 'f'}");
    }

    @Test
    void jsonIsYaml() {
      assertThat(shape("{\"a\":1,\"b\":[true,null,\"x\\n\\u00e9\"],\n\t\"c\":{\"d\":-1.5e3}}"))
          .isEqualTo("{a: 1, b: [true, null, 'x⏎é'], c: {d: -1.5e3d}}");
    }

    @Test
    void blockTextsAreTexts() {
      assertThat(shape("a: |\n  1\nb: >-\n  true\n  x\nc: |+\n  k\n\n"))
          .isEqualTo("{a: '1⏎', b: 'true x', c: 'k⏎⏎'}");
    }
  }

  @Nested
  class Documents {

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n", "---\n...\n", "\uFEFF"})
    void aFileWithNothingInItIsNothing(String text) {
      assertThat(shape(text)).isEqualTo("nothing");
    }

    @Test
    void oneDocumentMayBeMarked() {
      assertThat(shape("%YAML 1.2\n---\na: 1\n...\n")).isEqualTo("{a: 1}");
    }

    @Test
    void lineEndsOfWindowsAndByteOrderMarksAreFine() {
      assertThat(shape("\uFEFFa: 1\r\nb: |\r\n  x\r\n  y\r\n")).isEqualTo("{a: 1, b: 'x⏎y⏎'}");
    }

    @Test
    void aByteOrderMarkDoesNotMoveColumns() {
      assertThat(YamlText.place(YamlText.of("\uFEFFa: x").at("a").at())).isEqualTo("1:4");
    }
  }

  @Nested
  class AliasesAndMerges {

    @Test
    void aliasesAreWhatTheyName() {
      assertThat(shape("a: &x { b: 1 }\nc: *x\nd: [*x, *x]"))
          .isEqualTo("{a: {b: 1}, c: {b: 1}, d: [{b: 1}, {b: 1}]}");
    }

    @Test
    void anAnchorNamesWhatComesLast() {
      assertThat(shape("a: &x 1\nb: *x\nc: &x 2\nd: *x")).isEqualTo("{a: 1, b: 1, c: 2, d: 2}");
    }

    @Test
    void anAliasMayBeAKey() {
      assertThat(shape("a: &x name\n*x : 1")).isEqualTo("{a: 'name', name: 1}");
      assertThat(shape("&k a: *k")).isEqualTo("{a: 'a'}");
    }

    @Test
    void mergedKeysFollowAndOwnKeysWin() {
      assertThat(shape("b: &b { x: 1, y: 2 }\nd: { <<: *b, y: 3, z: 4 }"))
          .isEqualTo("{b: {x: 1, y: 2}, d: {y: 3, z: 4, x: 1}}");
    }

    @Test
    void ofSeveralMergesTheFirstWins() {
      assertThat(shape("a: &a { x: 1 }\nb: &b { x: 2, y: 2 }\nc: { <<: [*a, *b] }"))
          .isEqualTo("{a: {x: 1}, b: {x: 2, y: 2}, c: {x: 1, y: 2}}");
    }

    @Test
    void mergesOfMergesAndMappingsInPlaceWork() {
      assertThat(shape("a: &a { x: 1 }\nb: &b { <<: *a, y: 2 }\nc: { <<: [*b, { z: 3 }] }"))
          .isEqualTo("{a: {x: 1}, b: {y: 2, x: 1}, c: {y: 2, x: 1, z: 3}}");
    }

    @Test
    void aQuotedMergeKeyIsAnOrdinaryKey() {
      assertThat(shape("a: { \"<<\": 1 }")).isEqualTo("{a: {<<: 1}}");
    }

    @Test
    void whatAnAliasNamesKeepsItsOwnPlace() {
      assertThat(YamlText.place(YamlText.of("a: &x\n  b: 1\nc: *x").at("c").at())).isEqualTo("2:3");
    }
  }

  @Nested
  class GoingOnAfterAMistake {

    @Test
    void ofTwoEqualKeysTheFirstStays() {
      assertThat(YamlText.of("a: 1\na: 2").shape()).isEqualTo("{a: 1}");
    }

    @Test
    void anUnquotedTemplateIsReadAsTheTextItWasMeantToBe() {
      assertThat(YamlText.of("a: {{path.id}}\nb: { c: {{x}}, d: 1 }").shape())
          .isEqualTo("{a: '{{path.id}}', b: {c: '{{x}}', d: 1}}");
    }

    @Test
    void aNumberThatYamlWouldChangeIsItsText() {
      assertThat(YamlText.of("a: 007").shape()).isEqualTo("{a: '007'}");
    }

    @Test
    void whatCannotBeIsLeftOut() {
      assertThat(YamlText.of("a: *none\n[b]: c\nd: 1").shape()).isEqualTo("{d: 1}");
    }

    @Test
    void aSecondDocumentIsPassedOver() {
      assertThat(YamlText.of("a: 1\n---\nb: 2").shape()).isEqualTo("{a: 1}");
    }

    @Test
    void aSyntaxErrorLeavesNothing() {
      assertThat(YamlText.of("a: 1\nb: [").root()).isNull();
    }
  }
}
