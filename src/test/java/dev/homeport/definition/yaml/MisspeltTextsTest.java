package dev.homeport.definition.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes inside of a text, a number, a name: what somebody wrote, and what they are told. */
class MisspeltTextsTest {

  @ParameterizedTest
  @MethodSource({"templates", "firstCharacters", "quotes", "numbers", "aliases", "tags"})
  void saysWhatIsWrongAndWhatToWrite(String text, List<String> problems) {
    assertThat(YamlText.of(text).problems()).isEqualTo(problems);
  }

  private static Arguments row(String text, String... problems) {
    return arguments(text, List.of(problems));
  }

  private static String template(String place, String template, String quoted) {
    return place
        + ": '"
        + template
        + "' without quotes is a mapping to YAML (put quotes: "
        + quoted
        + ")";
  }

  static Stream<Arguments> templates() {
    return Stream.of(
        row("id: {{path.id}}", template("1:5", "{{path.id}}", "\"{{path.id}}\"")),
        row("id: {{path.id}} x # c", template("1:5", "{{path.id}}", "\"{{path.id}} x\"")),
        row("id: {{{body}}}", template("1:5", "{{{body}}}", "\"{{{body}}}\"")),
        row("id: {{a}} and {{b}}", template("1:5", "{{a}}", "\"{{a}} and {{b}}\"")),
        row(
            "id: {{now format='x'}}",
            template("1:5", "{{now format='x'}}", "\"{{now format='x'}}\"")),
        row("id: {{eq \"a\" b}}", template("1:5", "{{eq \"a\" b}}", "'{{eq \"a\" b}}'")),
        row("id: {{@number}}", template("1:5", "{{@number}}", "\"{{@number}}\"")),
        row("- {{@number}}", template("1:3", "{{@number}}", "\"{{@number}}\"")),
        row(
            "- {{x}}\n- b: {{y}}",
            template("1:3", "{{x}}", "\"{{x}}\""),
            template("2:6", "{{y}}", "\"{{y}}\"")),
        row("a: [ {{x}}, 1 ]", template("1:6", "{{x}}", "\"{{x}}\"")),
        row("a: { n: {{x}} }", template("1:9", "{{x}}", "\"{{x}}\"")),
        row("a: { n: Hi {{x}}! }", template("1:9", "{{x}}", "\"Hi {{x}}!\"")),
        row("a: [ b {{x}} c {{y}} ]", template("1:6", "{{x}}", "\"b {{x}} c {{y}}\"")),
        row("a: { n: {{x}}-{{y}}, m: 1 }", template("1:9", "{{x}}", "\"{{x}}-{{y}}\"")),
        row(
            "a: {{#if b}}x{{else}}y{{/if}}\nc: 1",
            template("1:4", "{{#if b}}", "\"{{#if b}}x{{else}}y{{/if}}\"")),
        row("- {{#each a}}: 1\n- 2", template("1:3", "{{#each a}}", "\"{{#each a}}\"")),
        row("a:\n  {{@x}}: 1", template("2:3", "{{@x}}", "\"{{@x}}\"")),
        row("{{a}}: 1", template("1:1", "{{a}}", "\"{{a}}\"")),
        row(
            "a: {{x",
            "1:4: '{{' without quotes is a mapping to YAML (put quotes around the whole text)"));
  }

  static Stream<Arguments> firstCharacters() {
    return Stream.of(
        row("a: */*", "1:4: '*' at the beginning of a text marks an alias (put quotes: '*/*')"),
        row(
            "a: { b: */*, c: 1 }",
            "1:9: '*' at the beginning of a text marks an alias (put quotes: '*/*')"),
        row("a: *", "1:4: '*' at the beginning of a text marks an alias (put quotes: '*')"),
        row("a: & b", "1:4: '&' at the beginning of a text marks an anchor (put quotes: '& b')"),
        row("a: @x y # c", "1:4: '@' cannot begin a text without quotes (put quotes: '@x y')"),
        row("a: [@x, y]", "1:5: '@' cannot begin a text without quotes (put quotes: '@x')"),
        row("a: %5", "1:4: '%' cannot begin a text without quotes (put quotes: '%5')"),
        row("a: `it's`", "1:4: '`' cannot begin a text without quotes (put quotes: \"`it's`\")"),
        row("a: ,b", "1:4: ',' cannot begin a text without quotes (put quotes: ',b')"),
        row("a: }", "1:4: '}' cannot begin a text without quotes (put quotes: '}')"),
        row("a: ? b", "1:4: '?' cannot begin a text without quotes (put quotes: '? b')"),
        row(
            "%x",
            "1:1: a line that begins with '%' is a directive to YAML (put quotes if it is a text:"
                + " '%x')"),
        row(
            "a: |x\n  y",
            "1:5: behind '|' only '+', '-' or a digit from 1 to 9 may stand (begin the text on the"
                + " next line, or put quotes: '|x')"),
        row(
            "a: > 5",
            "1:6: behind '>' only '+', '-' or a digit from 1 to 9 may stand (begin the text on the"
                + " next line, or put quotes: '> 5')"),
        row(
            "a: { b: |\n  x }",
            "1:9: a block text ('|') cannot stand inside braces or brackets (put the text in"
                + " quotes, or write the mapping without braces)"));
  }

  static Stream<Arguments> quotes() {
    return Stream.of(
        row("a: \"\\d+\"", "1:5: '\\d' is no escape in double quotes (use single quotes: '\\d+')"),
        row(
            "a: { m: \"x\\.y\" }",
            "1:11: '\\.' is no escape in double quotes (use single quotes: 'x\\.y')"),
        row(
            "a: \"\\\\d \\d\"",
            "1:9: '\\d' is no escape in double quotes (use single quotes: '\\d \\d')"),
        row(
            "a: \"\\x4\"",
            "1:5: '\\x' in double quotes wants 2 hexadecimal digits (use single quotes if a"
                + " backslash is meant)"),
        row(
            "a: \"\\U00110000\"",
            "1:5: this escape names no character (write at most \\U0010FFFF)"),
        row("a: 'x\nb: 2\n", "1:4: this quote is not closed (write ' behind the text)"),
        row("a: 1\nb: { c: \"x }\n", "2:9: this quote is not closed (write \" behind the text)"),
        row("\"abc\nx: 1", "1:1: this quote is not closed (write \" behind the text)"),
        row(
            "a: \"x\nb: 2\nc: \"y\"\n",
            "1:4: this quote is closed only in line 3, column 4 (write \" behind the text)"),
        row(
            "\"a\nb\": 1",
            "1:1: this quote is closed only in line 2, column 2 (write \" behind the text)"),
        row(
            "a: 'it's'",
            "1:7: this quote ends the text that begins in column 4 (write '' for a quote inside of"
                + " single quotes)"),
        row(
            "a: [ \"b\"c\" ]",
            "1:8: this quote ends the text that begins in column 6 (write \\\" for a quote inside"
                + " of double quotes)"),
        row(
            "a: 'x' y",
            "1:8: 'y' follows a text in quotes (put quotes around the whole text: \"'x' y\")"));
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        row(
            "a: 12e999",
            "1:4: '12e999' is a number that is too large or too small (put quotes: '12e999')"),
        row(
            "- 1e-999",
            "1:3: '1e-999' is a number that is too large or too small (put quotes: '1e-999')"),
        row(
            "- " + "1".repeat(1_001),
            "1:3: '"
                + "1".repeat(60)
                + "…' is a number of 1001 digits (put quotes: '"
                + "1".repeat(60)
                + "…')"),
        row(
            "a: True",
            "1:4: 'True' without quotes means true in YAML (write true, or for the text put quotes:"
                + " 'True')"),
        row(
            "a: NULL",
            "1:4: 'NULL' without quotes means null in YAML (write null, or for the text put quotes:"
                + " 'NULL')"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01234",
        "-01",
        "+1",
        "+4930123",
        "0x1F",
        "0o17",
        ".5",
        "1.",
        "-.5",
        ".inf",
        "-.INF",
        ".nan",
        "00",
        "1.e3",
        "+1e5"
      })
  void numbersThatJsonSpellsOtherwiseWantQuotes(String number) {
    assertThat(YamlText.of("a: " + number).problems())
        .containsExactly(
            "1:4: '"
                + number
                + "' is a number that is not spelled as JSON spells it (put quotes: '"
                + number
                + "')");
  }

  static Stream<Arguments> aliases() {
    return Stream.of(
        row("a: &base 1\nb: *bas", "2:4: unknown alias '*bas' (did you mean '*base'?)"),
        row("a: *.x*", "1:4: '*' at the beginning of a text marks an alias (put quotes: '*.x*')"),
        row("b: *x", "1:4: unknown alias '*x' (put quotes if it is a text: '*x')"),
        row(
            "a: &a [ *a ]",
            "1:9: the alias '*a' stands inside what it names (a value cannot contain itself)"),
        row(
            "a: &a 1\nb: { <<: *a }",
            "1:7: '<<' merges mappings, found the number 1 (write <<: *name, or <<: [*one, *two],"
                + " where each names a mapping)"),
        row(
            "b: { <<: [x] }",
            "1:11: '<<' merges mappings, found the text 'x' (write <<: *name, or <<: [*one, *two],"
                + " where each names a mapping)"));
  }

  static Stream<Arguments> tags() {
    String fits =
        "' does not fit what stands behind it (leave the tag out, or put quotes if it is part of a"
            + " text)";
    return Stream.of(
        row("a: !foo b", "1:4: the tag '!foo" + fits),
        row("a: !!binary aGk=", "1:4: the tag '!!binary" + fits),
        row("a: !!int x", "1:4: the tag '!!int" + fits),
        row("a: !!set {b}", "1:4: the tag '!!set" + fits),
        row("a: !!map [b]", "1:4: the tag '!!map" + fits),
        row("!!int 7: a", "1:1: the tag '!!int" + fits),
        row("a: !x!y b", "1:4: '!' at the beginning of a text marks a tag (put quotes: '!x!y b')"),
        row("a: !<x", "1:4: '!' at the beginning of a text marks a tag (put quotes: '!<x')"));
  }
}
