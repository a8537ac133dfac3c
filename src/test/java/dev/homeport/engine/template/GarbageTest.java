package dev.homeport.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.diagnostic.SyntaxException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever somebody writes or sends, there is an explanation and no other exception. */
class GarbageTest {

  private static final String[] WORDS = {
    "{{",
    "}}",
    "{{{",
    "}}}",
    "{{~",
    "~}}",
    "{{#",
    "{{/",
    "{{^",
    "{{!",
    "{{!--",
    "--}}",
    "{{else",
    "\\",
    "\\{{",
    "#each ",
    "#if ",
    "#with ",
    "#repeat ",
    "/each",
    "/if",
    "/repeat",
    "else",
    " ",
    "\n",
    "(",
    ")",
    "'",
    "\"",
    "|",
    " as |a b|",
    "=",
    ".",
    "..",
    "../",
    "@index",
    "@",
    "this",
    "[",
    "]",
    "json",
    "json.items",
    "headers.X-One",
    "query",
    "form.a[0]",
    "path.id",
    "vars.x",
    "upper ",
    "math 1 '/' 0",
    "number ",
    "range 1 ",
    "pick ",
    "substring ",
    "date ",
    "format=",
    "offset='-3 days'",
    "lookup ",
    "toJson ",
    "split ",
    "size ",
    "1",
    "-5",
    "9999999999999999999",
    "1.5e300",
    "true",
    "null",
    "é𝄞",
    "\0",
    "randomInt ",
    "padLeft ",
    "jsonPath body ",
    "regex body ",
    "xPath body ",
    "jwtClaims ",
    "base64 ",
    "concat ",
    "eq ",
    "and ",
    "default ",
    "join ",
    "urlEncode "
  };

  private final Scene scene =
      Scene.json("{\"items\":[1,{\"a\":[]},null],\"x\":\"(\"}")
          .header("X-One", "1")
          .path("id", "7");

  private static String garbage(Random random) {
    StringBuilder text = new StringBuilder();
    boolean tags = random.nextBoolean();
    int length = 1 + random.nextInt(10);
    for (int i = 0; i < length; i++) {
      String word = WORDS[random.nextInt(WORDS.length)];
      text.append(tags && i % 3 == 0 ? "{{" : "").append(word);
      text.append(random.nextInt(3) == 0 ? " " : "").append(tags && i % 3 == 2 ? "}}" : "");
    }
    return text.toString();
  }

  @Test
  void isExplained() {
    int compiled = 0;
    for (int i = 0; i < 20_000; i++) {
      String text = garbage(new Random(i * 0x9E3779B97F4A7C15L));
      try {
        Template template = Scene.COMPILER.compile(text, Escaping.JSON, KnownNames.any());
        compiled++;
        template.text(scene.scope());
        template.value(scene.scope());
      } catch (SyntaxException e) {
        assertThat(e.offset()).as(text).isBetween(0, text.length());
        assertThat(e.getMessage()).as(text).isNotEmpty();
      } catch (RenderException e) {
        assertThat(e.getMessage()).as(text).isNotEmpty();
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError(text, e);
      }
    }
    assertThat(compiled).isGreaterThan(500);
  }
}
