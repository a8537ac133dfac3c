package dev.homeport.definition.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlLimitsTest {

  private static final String TOO_DEEP =
      "mappings and lists are nested more than 100 deep (a file may nest them 100 deep)";

  private static final String TOO_MANY =
      "the aliases of this file stand for more than a million values (use fewer aliases inside of"
          + " what other aliases name)";

  @Test
  void aHundredLevelsAreRead() {
    YamlText yaml = YamlText.of("[".repeat(99) + "1" + "]".repeat(99));
    assertThat(yaml.problems()).isEmpty();
    assertThat(yaml.root()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 5_000, 1_000_000})
  void deeperNestingIsRefused(int depth) {
    YamlText yaml = YamlText.of("a: " + "[".repeat(depth));
    assertThat(yaml.problems()).containsExactly("1:103: " + TOO_DEEP);
    assertThat(yaml.root()).isNull();
  }

  @Test
  void deepNestingOfBlocksIsRefused() {
    assertThat(YamlText.of("- ".repeat(5_000) + "a").problems())
        .containsExactly("1:201: " + TOO_DEEP);
    assertThat(YamlText.of("{a: ".repeat(200)).problems()).containsExactly("1:401: " + TOO_DEEP);
  }

  @Test
  void nestingByAliasesCounts() {
    StringBuilder text = new StringBuilder("a0: &a0 [1]\n");
    for (int i = 1; i < 200; i++) {
      text.append("a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");
    }
    assertThat(YamlText.of(text.toString()).problems())
        .singleElement()
        .asString()
        .endsWith(TOO_DEEP);
  }

  @Test
  void anAliasBombIsRefused() {
    StringBuilder text = new StringBuilder("a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n");
    for (int i = 1; i < 30; i++) {
      text.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(10) + "]\n");
    }
    YamlText yaml = YamlText.of(text.toString());
    assertThat(yaml.problems()).singleElement().asString().endsWith(TOO_MANY);
    assertThat(yaml.root()).isNull();
  }

  @Test
  void aBombOfMergesIsRefused() {
    StringBuilder text = new StringBuilder("a0: &a0 { k: [1,1,1,1,1,1,1,1,1,1] }\n");
    for (int i = 1; i < 30; i++) {
      String before = "*a" + (i - 1);
      text.append("a" + i + ": &a" + i + " { <<: " + before);
      text.append(", x" + i + ": " + before + ", y" + i + ": " + before + " }\n");
    }
    assertThat(YamlText.of(text.toString()).problems())
        .singleElement()
        .asString()
        .endsWith(TOO_MANY);
  }

  @Test
  void aLongTextBehindManyAliasesIsRefused() {
    String text = "a: &a '" + "x".repeat(1 << 20) + "'\nb: [" + "*a,".repeat(1_000) + "]";
    assertThat(YamlText.of(text).problems()).singleElement().asString().endsWith(TOO_MANY);
  }

  @Test
  void manyAliasesOfASmallThingAreFine() {
    String text = "a: &a { x: 1, y: 2 }\nb: [" + "*a,".repeat(50_000) + "]";
    assertThat(YamlText.of(text).problems()).isEmpty();
  }

  @Test
  void aCycleIsRefused() {
    assertThat(YamlText.of("a: &a\n  b:\n    - *a\n").problems())
        .containsExactly(
            "3:7: the alias '*a' stands inside what it names (a value cannot contain itself)");
    assertThat(YamlText.of("&a { <<: *a }").problems()).hasSize(1);
  }

  @Test
  void aFileOfSixteenMebibytesIsRead() {
    String text = "a: '" + "x".repeat(YamlReader.MAX_BYTES - 5) + "'";
    assertThat(text).hasSize(YamlReader.MAX_BYTES);
    assertThat(YamlText.of(text).problems()).isEmpty();
  }

  @Test
  void aLargerFileIsRefused() {
    String message =
        "1:1: the file is larger than 16 MiB (split it, or keep large data in a file of its own"
            + " that a route names)";
    assertThat(YamlText.of("x".repeat(YamlReader.MAX_BYTES + 1)).problems())
        .containsExactly(message);
    assertThat(YamlText.of("é".repeat(YamlReader.MAX_BYTES / 2 + 1)).problems())
        .containsExactly(message);
  }

  @Test
  void aLongLineIsReadInOneGo() {
    String text = "[" + "{a: 😀, b: [1, 2]},".repeat(100_000) + "]";
    assertThat(YamlText.of(text).problems()).isEmpty();
  }

  @Test
  void manyEqualKeysAreOneProblemEach() {
    YamlText yaml = YamlText.of("a: 1\n".repeat(1_000));
    assertThat(yaml.problems()).hasSize(1_000);
  }
}
