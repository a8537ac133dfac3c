package dev.homeport.definition.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the characters of a scalar stand in the file; {@code X} marks the one looked for. */
class ScalarPlacesTest {

  /** The X of the value under {@code a} is found where the file's only X stands. */
  private static void assertFound(String text) {
    YamlText yaml = YamlText.of(text);
    assertThat(yaml.problems()).isEmpty();
    YamlScalar scalar = (YamlScalar) yaml.at("a");
    assertThat(text.indexOf('X')).isEqualTo(text.lastIndexOf('X'));
    YamlSource source = new YamlSource("f", text);
    assertThat(scalar.at(scalar.text().indexOf('X'))).isEqualTo(source.locate(text.indexOf('X')));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: bX",
        "a: &x !!str bX",
        "a: &x\n  bX",
        "a: b c\n  d  eX f",
        "a: b\n\n\n  c X",
        "a: b\n   c\n  dX",
        "{ b: 1, a: c X }",
        "😀: 1\na: 😀😀X",
        "😀: 😀\na: 😀😀X😀",
      })
  void inPlainScalars(String text) {
    assertFound(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 'bX'",
        "a: 'it''s X'",
        "a: ''' X'",
        "a: ' b \n  c  \n\n  d X '",
        "a: '\n  bX'",
        "a: '\n\n  bX'",
        "a: 'b\r\n  c\r\n\r\n  dX'",
      })
  void inSingleQuotes(String text) {
    assertFound(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: \"bX\"",
        "a: \"\\n\\t\\\\ \\\" \\/ \\e X\"",
        "a: \"\\x41\\u00e9\\U0001F600X\"",
        "a: \"b \\\n   c X\"",
        "a: \"b\\\n   \\  c X\"",
        "a: \"b\\\r\n   c X\"",
        "a: \"b \n  c\n\n  d X\"",
        "a: \"b \\\n\n  c X\"",
        "a: \"\\N\\_\\0\\a\\b\\v\\f\\r X\"",
      })
  void inDoubleQuotes(String text) {
    assertFound(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: |\n  X",
        "a: |\n  b\n  cX\n",
        "a: |-\n  b\n\n    c\n  X\n\n",
        "a: |+\n  b\n\n  X\n\n",
        "a: |2\n    b\n  X\n",
        "a: |2-\n    X\n",
        "a: | # comment\n  b\n   X\n",
        "a: |\n\n\n  b\n  X\n",
        "a: |\n  \n   b\n   X\n",
        "a: |\r\n  b\r\n\r\n  cX\r\n",
        "b:\n  - c\na: &x |\n  b X",
        "a: |\n  \tX\n",
        "a: |1\n  X\n",
        "a: |\n  {\"n\":{{X}}}\n",
      })
  void inLiteralBlocks(String text) {
    assertFound(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: >\n  X",
        "a: >\n  b\n  c X\n",
        "a: >-\n  b\n\n  c\n  X\n",
        "a: >\n  b\n\n\n  c\n  X\n",
        "a: >\n  b\n    c\n    d\n  e X\n",
        "a: >\n  b\n\n    c\n\n  e X\n",
        "a: >\n    b\n\n   \n    e X\n",
        "a: >2\n    b\n  c\n  X\n",
        "a: >+\n\n\n  b\n  X\n\n",
        "a: >\r\n  b\r\n  c\r\n\r\n  X\r\n",
        "a: >\n  b\n  \tc\n  X\n",
      })
  void inFoldedBlocks(String text) {
    assertFound(text);
  }

  @Nested
  class AtTheEdges {

    @Test
    void theEndOfATextIsBehindItsLastCharacter() {
      assertThat(YamlText.of("a: bc").place(2, "a")).isEqualTo("1:6");
      assertThat(YamlText.of("a: 'bc' # d").place(2, "a")).isEqualTo("1:7");
      assertThat(YamlText.of("a: \"b\\n\"").place(2, "a")).isEqualTo("1:8");
      assertThat(YamlText.of("a: |-\n  bc\n\n").place(2, "a")).isEqualTo("2:5");
      assertThat(YamlText.of("a: |-\n  bc").place(2, "a")).isEqualTo("2:5");
      assertThat(YamlText.of("a: >-\n  bc\n\nd: 1").place(2, "a")).isEqualTo("2:5");
    }

    @Test
    void offsetsBeyondTheTextAreItsEnds() {
      assertThat(YamlText.of("a: bc").place(99, "a")).isEqualTo("1:6");
      assertThat(YamlText.of("a: bc").place(-1, "a")).isEqualTo("1:4");
    }

    @Test
    void anEmptyTextHasAPlace() {
      assertThat(YamlText.of("a: ''").place(0, "a")).isEqualTo("1:5");
      assertThat(YamlText.of("a:\nb: 1").place(0, "a")).isEqualTo("1:3");
      assertThat(YamlText.of("a: |\nb: 1").place(0, "a")).isEqualTo("2:1");
    }

    @Test
    void aFoldedSpaceStandsAtTheLineBreak() {
      assertThat(YamlText.of("a: >\n  b\n  c").place(1, "a")).isEqualTo("2:4");
      assertThat(YamlText.of("a: b\n  c").place(1, "a")).isEqualTo("1:5");
    }

    @Test
    void bothHalvesOfAnEscapedPairStandAtTheBackslash() {
      assertThat(YamlText.of("a: \"b\\U0001F600\"").place(2, "a")).isEqualTo("1:6");
    }
  }

  @Nested
  class OfNodes {

    private final YamlText yaml =
        YamlText.of(
            """
            GET /a:
              - &one
                x: 1
              - !!map { y: 2 }
            list: &l
              - 1
            text: |
              b
            quoted: 'c'
            none:
            """);

    @Test
    void aMappingBeginsAtItsFirstKeyOrItsBrace() {
      assertThat(YamlText.place(yaml.at().at())).isEqualTo("1:1");
      assertThat(YamlText.place(yaml.at("GET /a", "0").at())).isEqualTo("3:5");
      assertThat(YamlText.place(yaml.at("GET /a", "1").at())).isEqualTo("4:11");
    }

    @Test
    void aListBeginsAtItsFirstDash() {
      assertThat(YamlText.place(yaml.at("GET /a").at())).isEqualTo("2:3");
      assertThat(YamlText.place(yaml.at("list").at())).isEqualTo("6:3");
    }

    @Test
    void aScalarBeginsAtItsFirstCharacterQuoteOrBar() {
      assertThat(YamlText.place(yaml.at("text").at())).isEqualTo("7:7");
      assertThat(YamlText.place(yaml.at("quoted").at())).isEqualTo("9:9");
    }

    @Test
    void nothingBeginsBehindTheColon() {
      assertThat(YamlText.place(yaml.at("none").at())).isEqualTo("10:6");
    }

    @Test
    void columnsCountCharactersNotHalves() {
      YamlText pairs = YamlText.of("{ 😀: \"😀\\d\" }");
      assertThat(pairs.problems().get(0)).startsWith("1:8: '\\d' is no escape");
    }
  }
}
