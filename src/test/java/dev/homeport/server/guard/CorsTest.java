package dev.homeport.server.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {

  private final Cors cors = Cors.local();

  private static Headers headers(String... namesAndValues) {
    List<Field> fields = new java.util.ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
    }
    return Headers.of(fields);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:5173",
        "https://localhost",
        "http://app.localhost:3000",
        "http://127.0.0.1:8080",
        "http://[::1]:8080",
        "HTTP://LOCALHOST:1"
      })
  void originsOnThisMachineAreEchoedWithCredentials(String origin) {
    List<Field> added = cors.answer(headers("Origin", origin), Headers.none());

    assertThat(added)
        .contains(
            new Field("Access-Control-Allow-Origin", origin),
            new Field("Access-Control-Allow-Credentials", "true"),
            new Field("Vary", "Origin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "http://localhost.evil.example",
        "http://127.0.0.1.evil.example",
        "http://evil@localhost",
        "http://localhost/path",
        "null",
        "file://localhost",
        "not an origin",
        "http:opaque"
      })
  void otherOriginsGetNoPermission(String origin) {
    assertThat(cors.answer(headers("Origin", origin), Headers.none()))
        .containsExactly(new Field("Vary", "Origin"));
    assertThat(cors.preflight(headers("Origin", origin, "Access-Control-Request-Method", "PUT")))
        .containsExactly(new Field("Vary", "Origin"));
  }

  @Test
  void headersThatAPageCouldNotReadAreExposedByName() {
    Headers own = headers("Content-Type", "text/plain", "X-Total", "1", "Set-Cookie", "a=b");

    assertThat(cors.answer(headers("Origin", "http://localhost"), own))
        .contains(new Field("Access-Control-Expose-Headers", "X-Total"));
  }

  @Test
  void aRouteThatSaysItsOwnOriginIsLeftAlone() {
    Headers own = headers("access-control-allow-origin", "*");

    assertThat(cors.answer(headers("Origin", "http://localhost"), own)).isEmpty();
  }

  @Nested
  class Preflights {

    private final Headers asked =
        headers(
            "Origin", "http://localhost:5173",
            "Access-Control-Request-Method", "PUT",
            "Access-Control-Request-Headers", "x-api-key, content-type",
            "Access-Control-Request-Private-Network", "true");

    @Test
    void methodAndHeadersAreEchoed() {
      assertThat(cors.preflight(asked))
          .contains(
              new Field("Access-Control-Allow-Origin", "http://localhost:5173"),
              new Field("Access-Control-Allow-Methods", "PUT"),
              new Field("Access-Control-Allow-Headers", "x-api-key, content-type"),
              new Field("Access-Control-Allow-Private-Network", "true"));
    }

    @Test
    void anOptionsRequestWithoutTheQuestionIsNone() {
      assertThat(cors.isPreflight("OPTIONS", asked)).isTrue();
      assertThat(cors.isPreflight("OPTIONS", headers("Origin", "http://localhost"))).isFalse();
      assertThat(cors.isPreflight("GET", asked)).isFalse();
    }
  }

  @Nested
  class Setting {

    @Test
    void toAnyEchoesEveryOrigin() {
      assertThat(allowed(Cors.of(List.of("any")), "https://evil.test")).isTrue();
      assertThat(allowed(Cors.of(List.of("any")), "null")).isTrue();
    }

    @Test
    void toOriginsAddsThemToTheLocalOnes() {
      Cors one = Cors.of(List.of("https://App.test:8443", "null"));

      assertThat(allowed(one, "https://app.test:8443")).isTrue();
      assertThat(allowed(one, "https://app.test")).isFalse();
      assertThat(allowed(one, "null")).isTrue();
      assertThat(allowed(one, "http://localhost:5173")).isTrue();
    }

    @Test
    void toNoneSaysNothingAndLeavesPreflightsToTheRoutes() {
      Cors none = Cors.of(List.of("none"));
      Headers asked = headers("Origin", "http://localhost", "Access-Control-Request-Method", "PUT");

      assertThat(none.isPreflight("OPTIONS", asked)).isFalse();
      assertThat(none.answer(asked, Headers.none())).isEmpty();
    }

    private boolean allowed(Cors set, String origin) {
      return set.answer(headers("Origin", origin), Headers.none())
          .contains(new Field("Access-Control-Allow-Origin", origin));
    }
  }
}
