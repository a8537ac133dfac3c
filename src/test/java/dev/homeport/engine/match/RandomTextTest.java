package dev.homeport.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.json.JsonPath;
import dev.homeport.engine.regex.TextPattern;
import dev.homeport.engine.xml.XPath;
import dev.homeport.engine.xml.Xml;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;

/** Whatever is written as a path or an expression compiles or is refused at a place inside it. */
class RandomTextTest {

  private static final JsonNode JSON = Json.toNode(List.of("a", List.of(1, 2), List.of()));

  @FunctionalInterface
  private interface Compiler {
    void compile(String text) throws SyntaxException;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void jsonPaths(long seed) {
    String[] pieces = {
      "$",
      ".",
      "..",
      "[",
      "]",
      "*",
      "a",
      "'b'",
      "\"c\"",
      "0",
      "-1",
      ":",
      ",",
      "?",
      "(",
      ")",
      "@",
      " ",
      "==",
      "<",
      "\\",
      "length()",
      "é",
      "\ud83d\ude00",
      "&&",
      "!",
      "=~",
      "/x/"
    };
    int compiled = attempts(seed, "$", pieces, 4_000, text -> JsonPath.compile(text).read(JSON));
    assertThat(compiled).isGreaterThan(15);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void xPaths(long seed) {
    Document document = Objects.requireNonNull(Xml.parse("<a><b x='1'>2</b></a>"));
    String[] pieces = {
      "/", "//", "a", "b", "@x", "*", "[", "]", "1", "'t'", "\"u\"", " ", "and", "or", "div", "mod",
      "=", "<", "|", "-", "+", "(", ")", "count(", "text()", "child::", "::", ":", "$", ".", "..",
          ","
    };
    int compiled = attempts(seed, "", pieces, 400, text -> XPath.compile(text).read(document));
    assertThat(compiled).isGreaterThan(5);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void regularExpressions(long seed) {
    String[] pieces = {
      "a", "b", "(", ")", "(?:", "(?=", "(?<!", "[", "]", "^", "$", "*", "+", "?", "{2}", "{1,3}",
      "{", "}", "\\", "\\d", "\\1", "|", ".", "-", "\ud83d"
    };
    int compiled =
        attempts(seed, "", pieces, 3_000, text -> TextPattern.compile(text, false).matches("aabb"));
    assertThat(compiled).isGreaterThan(15);
  }

  private static int attempts(
      long seed, String before, String[] pieces, int count, Compiler compiler) {
    Random random = new Random(seed);
    int compiled = 0;
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder(before);
      for (int n = 1 + random.nextInt(7); n > 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        compiler.compile(text.toString());
        compiled++;
      } catch (SyntaxException e) {
        assertThat(e.getMessage()).isNotBlank();
        assertThat(e.offset()).as(text.toString()).isBetween(0, text.length());
      } catch (RuntimeException e) {
        throw new AssertionError("'" + text + "'", e);
      }
    }
    return compiled;
  }
}
