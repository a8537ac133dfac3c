package dev.homeport.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.homeport.engine.json.Json;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " → ",
      quoteCharacter = '`',
      textBlock =
          """
          {{method}} → "GET"
          {{url}} → "http://api.example.test:8080/users/7%2F8?page=2&tag=a&tag=b&empty="
          {{baseUrl}} → "http://api.example.test:8080"
          {{rawPath}} → "/users/7%2F8"
          {{path.id}} → "7/8"
          {{path}} → {"id":"7/8"}
          {{query.page}} → "2"
          {{query.tag}} → ["a","b"]
          {{query.tag.1}} → "b"
          {{query.empty}} → ""
          {{query.nothing}} → null
          {{query}} → {"empty":"","page":"2","tag":["a","b"]}
          {{headers.X-Request-Id}} → "r1"
          {{headers.x-request-id}} → "r1"
          {{headers.[X-Request-Id]}} → "r1"
          {{headers.accept}} → ["text/html","text/plain"]
          {{headers.nothing}} → null
          {{lookup headers 'x-REQUEST-id'}} → "r1"
          {{cookies.session}} → "abc"
          {{auth.user}} → "ada"
          {{auth.token}} → null
          {{client}} → "127.0.0.1"
          {{host}} → "api.example.test"
          {{call}} → 7
          {{route}} → "the route"
          {{vars.n}} → 3
          {{vars.nothing}} → null
          {{vars}} → {"n":3}
          {{body}} → ""
          {{json}} → null
          {{json.a.b}} → null
          {{this.path.id}} → "7/8"
          {{@root.path.id}} → "7/8"
          """)
  void namesDataOfTheRequest(String template, String value) {
    Scene scene =
        Scene.get("/users/7%2F8?page=2&tag=a&tag=b&empty=")
            .header("Host", "api.example.test:8080")
            .header("X-Request-Id", "r1")
            .header("Accept", "text/html")
            .header("Accept", "text/plain")
            .header("Cookie", "session=abc")
            .header("Authorization", "Basic YWRhOnMzY3JldA==")
            .path("id", "7/8")
            .var("n", 3L);

    assertThat(scene.typed(template)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " → ",
      quoteCharacter = '`',
      textBlock =
          """
          {{json}} → {"items":[{"sku":"A-1"},{"sku":"B-2"}],"n":1.50,"nil":null,"ok":true,"odd name":1}
          {{json.items}} → [{"sku":"A-1"},{"sku":"B-2"}]
          {{json.items.1.sku}} → "B-2"
          {{json.items.[1].sku}} → "B-2"
          {{json.items.9.sku}} → null
          {{json.items.sku}} → null
          {{json.n}} → 1.50
          {{json.ok}} → true
          {{json.nil}} → null
          {{json.[odd name]}} → 1
          {{json/n}} → 1.50
          {{json.ok.deeper}} → null
          """)
  void jsonIsParsedAndKeepsItsTypes(String template, String value) {
    Scene scene =
        Scene.json(
            "{\"items\":[{\"sku\":\"A-1\"},{\"sku\":\"B-2\"}],\"n\":1.50,\"nil\":null,\"ok\":true,"
                + "\"odd name\":1}");

    assertThat(Json.write(scene.value(template))).isEqualTo(value);
  }

  @Nested
  class OfForms {

    private final Scene form =
        Scene.post("application/x-www-form-urlencoded", "user=ada&items[0][price]=10&t=1&t=2");

    @Test
    void fieldsAreTexts() {
      assertThat(form.value("{{form.user}}")).isEqualTo("ada");
      assertThat(form.typed("{{form.t}}")).isEqualTo("[\"1\",\"2\"]");
    }

    @Test
    void oddNamesAreLookedUp() {
      assertThat(form.value("{{lookup form 'items[0][price]'}}")).isEqualTo("10");
    }

    @Test
    void theBodyIsTheText() {
      assertThat(form.text("{{body}}")).startsWith("user=ada");
    }
  }

  @Nested
  class OfParts {

    private final Scene parts =
        Scene.post(
            "multipart/form-data; boundary=x",
            """
            --x\r
            Content-Disposition: form-data; name="meta"\r
            Content-Type: application/json\r
            \r
            {"a":1}\r
            --x\r
            Content-Disposition: form-data; name="avatar"; filename="a.png"\r
            Content-Type: image/png\r
            \r
            12345\r
            --x--\r
            """);

    @ParameterizedTest
    @CsvSource(
        delimiterString = " → ",
        quoteCharacter = '`',
        textBlock =
            """
            {{parts.avatar.filename}} → "a.png"
            {{parts.avatar.mediaType}} → "image/png"
            {{parts.avatar.size}} → 5
            {{parts.avatar.text}} → "12345"
            {{parts.meta.json.a}} → 1
            {{parts.meta.filename}} → null
            {{parts.nothing.size}} → null
            """)
    void havePropertiesOfTheirOwn(String template, String value) {
      assertThat(parts.typed(template)).isEqualTo(value);
    }
  }

  @Test
  void bearerTokensAreTheTokenOfAuth() {
    Scene scene = Scene.get("/").header("Authorization", "bearer abc.def");

    assertThat(scene.value("{{auth.token}}")).isEqualTo("abc.def");
    assertThat(scene.value("{{auth.user}}")).isNull();
  }

  @Test
  void whatNamesItselfIsMissing() {
    Template loop = Scene.compiled("{{vars.a}}!", Escaping.NONE, KnownNames.any());
    Scope scope = Scene.get("/").scope();

    assertThat(loop.text(scope.withVars(List.of(new Scope.Var("a", loop::value))))).isEqualTo("!!");
  }

  @Test
  void aVarSeesNoItemWhereverItIsFirstAskedFor() {
    Template number = Scene.compiled("{{default @number 'none'}}", Escaping.NONE, KnownNames.any());
    Scope scope = Scene.get("/").scope().withVars(List.of(new Scope.Var("n", number::value)));
    Template block =
        Scene.compiled("{{#repeat 2}}{{vars.n}}{{/repeat}}", Escaping.NONE, KnownNames.any());

    assertThat(block.text(scope)).isEqualTo("nonenone");
  }

  @Test
  void aVarThatFailsFailsAgain() {
    Template failing = Scene.compiled("{{now zone=path.id}}", Escaping.NONE, KnownNames.any());
    Scope scope =
        Scene.get("/")
            .path("id", "?")
            .scope()
            .withVars(List.of(new Scope.Var("n", failing::value)));
    Template user = Scene.compiled("{{vars.n}}", Escaping.NONE, KnownNames.any());

    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(RenderException.class)
          .isThrownBy(() -> user.text(scope))
          .withMessageContaining("unknown time zone '?'");
    }
  }
}
