package dev.homeport.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCompilerTest {

  private static final Scene SCENE =
      Scene.json(
          "{\"items\":[{\"sku\":\"A\"}],\"n\":1.0E10,\"ok\":true,"
              + "\"evil\":\"<b a='1'>\\\"\\\\&\\n\\u0001\"}");

  @Nested
  class ATextThatIsOneExpression {

    @ParameterizedTest
    @CsvSource(
        delimiterString = " → ",
        quoteCharacter = '`',
        textBlock =
            """
            {{json.items}} → [{"sku":"A"}]
            {{{json.items}}} → [{"sku":"A"}]
            {{~json.ok~}} → true
            {{ json.ok }} → true
            {{json.none}} → null
            {{size json.items}} → 1
            {{math (size json.items) '+' 1}} → 2
            {{(size json.items)}} → 1
            {{5}} → 5
            {{'a'}} → "a"
            {{true}} → true
            """)
    void keepsItsType(String template, String value) {
      assertThat(SCENE.typed(template)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
        delimiterString = " → ",
        quoteCharacter = '`',
        textBlock =
            """
            {{json.items}}. → "[{\\"sku\\":\\"A\\"}]."
            {{json.n}}{{json.ok}} → "10000000000true"
            {{#if true}}{{json.ok}}{{/if}} → "true"
            {{json.none}}{{json.none}} → ""
            {{! one }}{{json.ok}}. → "true."
            """)
    void isTextBesideAnythingElse(String template, String value) {
      assertThat(SCENE.typed(template)).isEqualTo(value);
    }

    @Test
    void isFreeOfTheRequest() {
      Object query = Scene.get("/?a=1").value("{{query}}");
      Object vars = Scene.get("/?a=1").var("b", 2L).value("{{default vars 1}}");

      assertThat(query).isEqualTo(Map.of("a", "1")).isNotInstanceOf(Named.class);
      assertThat(vars).isEqualTo(Map.of("b", 2L)).isNotInstanceOf(Named.class);
    }

    @Test
    void hasATextToo() {
      assertThat(SCENE.text("{{json.items}}")).isEqualTo("[{\"sku\":\"A\"}]");
      assertThat(SCENE.text("{{json.none}}")).isEmpty();
    }
  }

  @Nested
  class Constants {

    @Test
    void areTextsWithoutExpressions() {
      Template plain = Scene.compiled("a } b", Escaping.NONE, KnownNames.any());
      Template escaped = Scene.compiled("\\{{a}}{{! c }}", Escaping.NONE, KnownNames.any());

      assertThat(plain.isConstant()).isTrue();
      assertThat(plain.source()).isEqualTo("a } b");
      assertThat(escaped.isConstant()).isTrue();
      assertThat(escaped.value(SCENE.scope())).isEqualTo("{{a}}");
      assertThat(Scene.compiled("{{uuid}}", Escaping.NONE, KnownNames.any()).isConstant())
          .isFalse();
    }

    @Test
    void ofTheEmptyTextAreEmpty() {
      assertThat(SCENE.text("")).isEmpty();
      assertThat(SCENE.text("{{! nothing }}")).isEmpty();
    }
  }

  @Nested
  class Escapes {

    @Test
    void followWhereTheTextGoes() {
      String evil = "<b a='1'>\"\\&\n\u0001";

      assertThat(SCENE.text("{{json.evil}}.")).isEqualTo(evil + ".");
      assertThat(SCENE.text("\"{{json.evil}}\"", Escaping.JSON))
          .isEqualTo("\"<b a='1'>\\\"\\\\&\\n\\u0001\"");
      assertThat(SCENE.text("{{json.evil}}", Escaping.HTML))
          .isEqualTo("&lt;b a=&#39;1&#39;&gt;&quot;\\&amp;\n\u0001");
      assertThat(SCENE.text("{{json.evil}}", Escaping.XML))
          .isEqualTo("&lt;b a=&#39;1&#39;&gt;&quot;\\&amp;\n\uFFFD");
    }

    @Test
    void workInsideOfBlocks() {
      assertThat(SCENE.text("{{#with json}}{{evil}}{{/with}}", Escaping.HTML))
          .startsWith("&lt;b a");
    }

    @Test
    void areLeftOutWithThreeBraces() {
      assertThat(SCENE.text("{{{json.evil}}}", Escaping.HTML)).startsWith("<b a='1'>");
      assertThat(SCENE.text("{{#if true}}{{{json.evil}}}{{/if}}", Escaping.HTML))
          .startsWith("<b a='1'>");
    }

    @Test
    void ofJsonLeaveValuesAndWrittenJsonAlone() {
      assertThat(SCENE.text("{\"a\":{{json.items}},\"n\":{{json.n}}}", Escaping.JSON))
          .isEqualTo("{\"a\":[{\"sku\":\"A\"}],\"n\":10000000000}");
      assertThat(SCENE.text("{\"e\":{{toJson json.evil}}}", Escaping.JSON))
          .isEqualTo("{\"e\":\"<b a='1'>\\\"\\\\&\\n\\u0001\"}");
    }
  }

  @Nested
  class Limits {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{{randomText query.n}}",
          "{{padLeft 'a' query.n}}",
          "{{range 1 query.n}}",
          "{{range query.low query.high}}",
          "{{#repeat query.n}}x{{/repeat}}",
          "{{randomInt query.x 2}}",
          "{{now offset=query.x}}",
          "{{now zone=query.x}}",
          "{{now format=query.x}}",
          "{{now offset='+999999999 years'}}",
          "{{hash 'a' alg=query.x}}",
          "{{hmac 'a' key=query.none}}",
          "{{regex 'a' query.paren}}",
          "{{jsonPath '{}' query.paren}}",
          "{{fake query.x}}"
        })
    void andBadArgumentsOfARequestAreExplained(String template) {
      Scene scene =
          Scene.get(
              "/?n=100001&x=nonsense!bb&paren=(&low=-9223372036854775808&high=9223372036854775807");

      assertThatExceptionOfType(RenderException.class)
          .isThrownBy(() -> scene.text(template))
          .withMessageMatching("(?s)[a-zA-Z]+: .+");
    }

    @Test
    void boundTheRoundsOfAnAnswer() {
      String nested = "{{#repeat 90000}}{{#repeat 90000}}{{/repeat}}{{/repeat}}";

      assertThatExceptionOfType(RenderException.class)
          .isThrownBy(() -> Scene.get("/").text(nested))
          .withMessageContaining("1000000 rounds");
    }

    @Test
    void boundTheOutput() {
      String big = "{{#repeat 100000}}" + "x".repeat(1000) + "{{/repeat}}";
      String joined = "{{concat vars.big vars.big vars.big}}";
      Scene scene = Scene.get("/").var("big", "x".repeat(30 * 1024 * 1024));

      assertThatExceptionOfType(RenderException.class)
          .isThrownBy(() -> scene.text(big))
          .withMessageContaining("larger than 64 MiB");
      assertThatExceptionOfType(RenderException.class)
          .isThrownBy(() -> scene.text(joined))
          .withMessageContaining("larger than 64 MiB");
      assertThatExceptionOfType(RenderException.class)
          .isThrownBy(() -> scene.text("{{vars.big}}{{vars.big}}{{vars.big}}"))
          .withMessageContaining("larger than 64 MiB");
    }
  }

  @Nested
  class NothingReachesIntoJava {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{{json.class}}",
          "{{json.getClass}}",
          "{{json.getClass.name}}",
          "{{json.items.class}}",
          "{{json.items.size}}",
          "{{json.n.class}}",
          "{{query.class.forName}}",
          "{{headers.request}}",
          "{{path.empty}}",
          "{{lookup json 'class'}}",
          "{{lookup json.items 'empty'}}",
          "{{lookup headers 'class'}}",
          "{{#each json.items}}{{this.class}}{{class}}{{getClass}}{{./getClass.name}}{{/each}}",
          "{{#with json}}{{this.class.classLoader}}{{toString}}{{hashCode}}{{/with}}",
          "{{#each json.items as |item|}}{{item.class}}{{/each}}"
        })
    void soItIsNothing(String template) {
      assertThat(SCENE.text(template)).isEmpty();
    }

    @Test
    void templatesInDataAreText() {
      Scene scene = Scene.json("{\"a\":\"{{path.id}} {{v 0}}\"}");

      assertThat(scene.text("{{#if true}}{{json.a}}{{/if}}")).isEqualTo("{{path.id}} {{v 0}}");
    }
  }

  @Test
  void oneTemplateServesManyThreads() throws Exception {
    Template template =
        Scene.compiled(
            "{{#each json.items}}{{@index}}{{sku}}{{../path.id}}{{upper sku}};{{/each}}"
                + "{{path.id}} {{fake 'person.firstName' locale='de'}}",
            Escaping.JSON,
            KnownNames.any());
    String name = SCENE.text("{{fake 'person.firstName' locale='de'}}");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      String id = "t" + thread;
      work.add(
          () -> {
            for (int i = 0; i < 300; i++) {
              Scene scene =
                  Scene.json("{\"items\":[{\"sku\":\"a\"},{\"sku\":\"" + id + i + "\"}]}")
                      .path("id", id);
              String expected =
                  "0a"
                      + id
                      + "A;1"
                      + id
                      + i
                      + id
                      + id.toUpperCase(Locale.ROOT)
                      + i
                      + ";"
                      + id
                      + " "
                      + name;
              if (!template.text(scene.scope()).equals(expected)) {
                return false;
              }
            }
            return true;
          });
    }
    try {
      for (Future<Boolean> result : threads.invokeAll(work)) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }
}
