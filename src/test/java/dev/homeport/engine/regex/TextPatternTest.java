package dev.homeport.engine.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.homeport.diagnostic.SyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a+|aaa|true",
        "a+|baaa|false",
        "a|aa|false",
        "[0-9]{2}|42|true",
        "(?=.*b).*|abc|true",
        "(?=.*b).*|acc|false",
        "(a)\\1|aa|true",
        "(a)\\1|ab|false",
        "É|é|false",
      })
  void matchesTheWholeValue(String expression, String value, boolean matches) throws Exception {
    assertThat(TextPattern.compile(expression, false).matches(value)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({"É,é", "(?=É).,é", "abC,ABc"})
  void caseIsIgnoredWhenAsked(String expression, String value) throws Exception {
    assertThat(TextPattern.compile(expression, true).matches(value)).isTrue();
  }

  @Test
  void findGivesTheGroups() throws Exception {
    assertThat(TextPattern.compile("Bearer (\\w+)(x)?", false).find("a Bearer tok"))
        .containsExactly("Bearer tok", "tok", null);
    assertThat(TextPattern.compile("(?<=Bearer )(\\w+)(x)?", false).find("a Bearer tok"))
        .containsExactly("tok", "tok", null);
    assertThat(TextPattern.compile("x", false).find("abc")).isNull();
    assertThat(TextPattern.compile("(?=x)x", false).find("abc")).isNull();
  }

  @Test
  void aCatastrophicExpressionRunsInLinearTime() throws Exception {
    assertThat(TextPattern.compile("(a+)+$", false).matches("a".repeat(50_000) + "!")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?=a)(a+)+$", "(a*)*\\1b"})
  void aCatastrophicExpressionWithLookAroundIsGivenUp(String expression) throws Exception {
    TextPattern pattern = TextPattern.compile(expression, false);
    assertThat(pattern.matches("a".repeat(60) + "!")).isFalse();
    assertThat(pattern.find("a".repeat(60) + "!")).isNull();
  }

  @Test
  void aStackThatEndsIsNoMatch() throws Exception {
    assertThat(TextPattern.compile("(?!x)(a|b)*", false).matches("ab".repeat(200_000))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[a", "a**(?<x", "x{2,1}"})
  void nonsenseIsRefused(String expression) {
    SyntaxException error =
        catchThrowableOfType(SyntaxException.class, () -> TextPattern.compile(expression, false));
    assertThat(error).isNotNull();
    assertThat(error.getMessage()).startsWith("'" + expression + "' is not a regular expression: ");
  }

  @Test
  void theCulpritHasItsOffset() {
    SyntaxException error =
        catchThrowableOfType(SyntaxException.class, () -> TextPattern.compile("ab[z-a]", false));
    assertThat(error.offset()).isBetween(3, 6);
    assertThat(error.getMessage()).contains("illegal character range");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a{1000}){1000}",
        "((((a{1000}){1000}){1000}){1000}){1000}",
        "(?:[]x]{100}b){0,9999}",
        "(a\\){500,}){500}",
      })
  void repetitionsThatFillTheMemoryAreRefused(String expression) {
    SyntaxException error =
        catchThrowableOfType(SyntaxException.class, () -> TextPattern.compile(expression, false));
    assertThat(error.getMessage()).contains("it repeats too often");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|00000000-0000-0000-0000-000000000000",
        "(\\w{1,100}-){1,100}x|ab-cd-x",
        "a{|a{",
        "[{]{2}a{3}|{{aaa",
      })
  void ordinaryRepetitionsAreNot(String expression, String value) throws Exception {
    assertThat(TextPattern.compile(expression, false).matches(value)).isTrue();
  }

  @Test
  void endlessNestingIsRefused() {
    String deep = "(?=a" + "(".repeat(100_000) + ")".repeat(100_000) + ")";
    SyntaxException error =
        catchThrowableOfType(SyntaxException.class, () -> TextPattern.compile(deep, false));
    assertThat(error.getMessage()).contains("nests too deeply");
  }

  @Test
  void patternsAreEqualWhenWrittenAlike() throws Exception {
    assertThat(TextPattern.compile("a", false))
        .isEqualTo(TextPattern.compile("a", false))
        .isNotEqualTo(TextPattern.compile("a", true))
        .hasToString("a");
  }
}
