package dev.homeport.definition.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mistakes between texts, of colons, braces, dashes and indentation: what somebody wrote, and what
 * they are told.
 */
class MisplacedPiecesTest {

  @ParameterizedTest
  @MethodSource({"colons", "braces", "lists", "indentation", "keys", "documents"})
  void saysWhatIsWrongAndWhatToWrite(String text, List<String> problems) {
    assertThat(YamlText.of(text).problems()).isEqualTo(problems);
  }

  private static Arguments row(String text, String... problems) {
    return arguments(text, List.of(problems));
  }

  static Stream<Arguments> colons() {
    String inText = ": a colon and a space inside of a text begin a mapping to YAML (put quotes: ";
    return Stream.of(
        row("error: not found: x", "1:17" + inText + "'not found: x')"),
        row("- a: b: c # d", "1:7" + inText + "'b: c')"),
        row("a: 'x': y", "1:7" + inText + "\"'x': y\")"),
        row("a: Hi {{x}}: y", "1:12" + inText + "'Hi {{x}}: y')"),
        row(
            "json: { error: not found: x }",
            "1:25: a second colon in one entry (put quotes if it belongs to the text: 'not found:"
                + " x', or a comma between two entries)"),
        row("status:200\nb: 1", "1:7: a space is missing behind the colon (write 'status: 200')"),
        row(
            "b: 1\nstatus:200\nc: 1",
            "2:7: a space is missing behind the colon (write 'status: 200')"),
        row("{ page:2, a: 1 }", "1:7: a space is missing behind the colon (write 'page: 2')"),
        row(
            "GET /a: 1\nGET /b\n  json: 1\n",
            "2:1: 'GET /b' has no colon behind it (write 'key: value', or quotes around a text of"
                + " several lines)"),
        row(
            "a 1\nb: 2",
            "1:1: 'a 1' has no colon behind it (write 'key: value', or quotes around a text of"
                + " several lines)"),
        row(
            "http://x\nb: 2",
            "1:1: 'http://x' has no colon behind it (write 'key: value', or quotes around a text"
                + " of several lines)"));
  }

  static Stream<Arguments> braces() {
    return Stream.of(
        row(
            "json: { $.a[0]: x }",
            "1:12: '[' inside of braces begins a list to YAML (put quotes: '$.a[0]')"),
        row(
            "json: { $.a[0].b: x, c: 1 }",
            "1:12: '[' inside of braces begins a list to YAML (put quotes: '$.a[0].b')"),
        row(
            "json: { $..x[?(@.a == 1)]: 1 }",
            "1:13: '[' inside of braces begins a list to YAML (put quotes: '$..x[?(@.a == 1)]')"),
        row("a: { b: 1", "1:4: this '{' is not closed (write '}')"),
        row("x: 2\r\ny: [\r\n", "2:4: this '[' is not closed (write ']')"),
        row("a: { b: 1\nc: 2\n", "1:4: this '{' is not closed before line 2 (write '}')"),
        row("a: [1, 2\nc: 2\n", "1:4: this '[' is not closed before line 2 (write ']')"),
        row("a: { b: { c: 1 }\nd: 2\n", "1:4: this '{' is not closed before line 2 (write '}')"),
        row("a: { b: 1 ]", "1:11: ']' cannot close the '{' of line 1, column 4 (write '}')"),
        row("a: { b: [1, 2 }", "1:15: '}' cannot close the '[' of line 1, column 9 (write ']')"),
        row("a: [b]]", "1:7: this ']' closes nothing (leave it out, or put quotes)"),
        row("a: [b, , c]", "1:8: nothing stands before this ',' (leave the comma out)"),
        row("a: { : x }", "1:6: a key is missing before this ':' (an empty key is written \"\")"),
        row(
            "a: [ 'x' 'y' ]",
            "1:10: expected ',' or ']' before 'y' (the '[' stands in line 1) (put a comma behind"
                + " the entry before it)"),
        row(
            "a: {\n  \"x\": 1\n  \"y\": 2 }",
            "3:3: expected ',' or '}' before \"y\" (the '{' stands in line 1) (put a comma behind"
                + " the entry before it)"),
        row("a: {b: c}d", "1:10: 'd' cannot follow here (put quotes around the whole value)"),
        row(
            "{a: 1} b",
            "1:8: 'b' stands behind the end of the document (put quotes around the whole text, or"
                + " check the indentation)"));
  }

  static Stream<Arguments> lists() {
    return Stream.of(
        row(
            "a:\n  - b: 1\n  c: 2",
            "3:3: 'c' stands beside the items of a list (begin it with '- ', or in column 5 if it"
                + " belongs to the item above)"),
        row(
            "- a\nb: 1",
            "2:1: 'b' stands beside the items of a list (begin it with '- ', or in column 3 if it"
                + " belongs to the item above)"),
        row(
            "a:\n  b: 1\n  - c",
            "3:3: a list item stands among the keys of a mapping (begin the entries above with '- '"
                + " too, or indent this one below the key it belongs to)"),
        row("- a\n-b\n- c", "2:1: a space is missing behind '-' (write '- b')"),
        row(
            "a:\n  -b\n  - c",
            "3:3: this '- ' is read as part of the text '-b' above it (put a space behind every '-'"
                + " of the list, or quotes around the text)"),
        row(
            "a: - b",
            "1:4: a list cannot begin on the line of its key (write every '- ' on a line of its"
                + " own, or put brackets around the list)"),
        row(
            "a:\n- b\n c: 1",
            "3:2: 'c' reads as part of the text 'b' of the list item above (write that item as"
                + " 'key: value' too, or check the indentation)"));
  }

  static Stream<Arguments> indentation() {
    return Stream.of(
        row("a:\n\tb: 1", "2:1: a tab cannot indent a line in YAML (indent with spaces)"),
        row("a: |\n\tx", "2:1: a tab cannot indent a line in YAML (indent with spaces)"),
        row("a:\t1", "1:3: a tab stands before a value (write a space instead)"),
        row(
            "a:\n    b: 1\n  c: 2",
            "3:3: the indentation of 'c' fits nothing above it (begin it in column 5 like 'b' or in"
                + " column 1 like 'a')"),
        row(
            "a:\n  - b: 1\n   c: 2",
            "3:4: the indentation of 'c' fits nothing above it (begin it in column 5 like 'b' or in"
                + " column 1 like 'a')"),
        row(
            "GET /x:\n  status: 200\n   json: 1",
            "3:4: 'json' is indented more than 'status' and reads as part of its text (begin it in"
                + " column 3)"),
        row(
            "a:\n  - b: 1\n     c: 2",
            "3:6: 'c' is indented more than 'b' and reads as part of its text (begin it in column"
                + " 5)"),
        row(
            "a: |\n\n    x\n  y\nb: 1",
            "4:3: this line is indented less than the block text above it (begin it in column 5 if"
                + " it belongs to the text)"));
  }

  static Stream<Arguments> keys() {
    return Stream.of(
        row(
            "a: 1\nb: 2\na: 3",
            "3:1: duplicate key 'a', first at f:1:1",
            "1:1: duplicate key 'a', again at f:3:1"),
        row(
            "x: { 1: a, \"1\": b, 1: c }",
            "1:12: duplicate key '1', first at f:1:6",
            "1:6: duplicate key '1', again at f:1:12",
            "1:20: duplicate key '1', first at f:1:6"),
        row("? [a]\n: b", "1:3: a list cannot be a key (put quotes if it is a text)"),
        row("? {a: 1}\n: b", "1:3: a mapping cannot be a key (put quotes if it is a text)"),
        row(": x", "1:1: a key is missing before this ':' (an empty key is written \"\")"),
        row(
            "{ ? , a: 1 }",
            "1:4: a key is missing before the colon (an empty key is written \"\")"));
  }

  static Stream<Arguments> documents() {
    return Stream.of(
        row(
            "a: 1\n---\nb: 2\n---\nc: 3",
            "2:1: a second document begins here, a file holds one (put it into a file of its own)"),
        row(
            "%YAML 1.1\n---\na: 1",
            "1:1: this file asks for YAML 1.1, it is read as YAML 1.2 (leave the line out)"),
        row(
            "a: \u0000",
            "1:4: the character U+0000 cannot stand in a YAML file (save the file as UTF-8)"),
        row(
            "a: 1\nb: \u0007",
            "2:4: the character U+0007 cannot stand in a YAML file (in double quotes write it"
                + " \"\\x07\")"),
        row(
            "a: \uD83D",
            "1:4: the character U+D83D cannot stand in a YAML file (in double quotes write it"
                + " \"\\uD83D\")"));
  }
}
