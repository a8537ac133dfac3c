package dev.homeport.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.Homeport;
import dev.homeport.HomeportOptions;
import dev.homeport.server.control.ControlClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RoutesTest {

  private final Homeport server =
      Homeport.start(
          HomeportOptions.ofYaml(
                  """
                  GET /users/{id}: { name: user, tags: [b, a], json: { id: "{{path.id}}" } }
                  GET /a: { name: twin }
                  GET /b: { name: twin }
                  """)
              .withPort(0));
  private final ControlClient client = new ControlClient(server.url());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void areListedWithTheirCalls() {
    client.mock("/users/7");

    JsonNode route =
        client
            .get("/routes")
            .json()
            .path("routes")
            .valueStream()
            .filter(each -> each.path("key").asString().equals("GET /users/{id}"))
            .findFirst()
            .orElseThrow();

    assertThat(route.path("name").asString()).isEqualTo("user");
    assertThat(route.path("tags")).hasToString("[\"a\",\"b\"]");
    assertThat(route.path("calls").asInt()).isEqualTo(1);
    assertThat(route.path("answers").asString()).isEqualTo("200 json");
    assertThat(route.path("at").asString()).contains(".java line ");
    assertThat(route.path("override").isNull()).isTrue();
  }

  @Test
  void moreAreLoadedUntilReset() {
    Answer loaded =
        client.send("POST", "/mocks", "application/yaml", "GET /users/{id}: { status: 418 }");

    assertThat(loaded.status()).isEqualTo(201);
    assertThat(loaded.json().at("/routes/0/at").asString()).isEqualTo("posted-1.yaml:1:1");
    assertThat(client.mock("/users/7").status()).isEqualTo(418);
    assertThat(client.post("/reset", "{}").status()).isEqualTo(204);
    assertThat(client.mock("/users/7").status()).isEqualTo(200);
  }

  @Test
  void aTextWithProblemsServesNothingAndTellsAll() {
    Answer refused =
        client.send(
            "POST",
            "/mocks",
            "application/yaml",
            "GET /c: { staus: 200 }\nGETT /d: {}\nGET /e: {}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("text"))
        .isEqualTo(
            """
            posted-1.yaml:1:11: unknown key 'staus' in GET /c (did you mean 'status'?)
              GET /c: { staus: 200 }
                        ^
            posted-1.yaml:2:1: unknown method 'GETT' (did you mean 'GET'?)
              GETT /d: {}
              ^
            2 problems in 1 file
            """);
    assertThat(client.mock("/e").status()).isEqualTo(404);
  }

  @Test
  void noneCanTakeThePlaceOfTheControlApi() {
    assertThat(
            client
                .send("POST", "/mocks", "application/yaml", "GET /__homeport/health: {}")
                .status())
        .isEqualTo(422);
    client.send("POST", "/mocks", "application/yaml", "ANY /{*path}: { status: 418 }");

    assertThat(client.get("/health").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "GET%20%2Fusers%2F%7Bid%7D"})
  void aStatusIsPutOnOneByItsNameOrItsKey(String id) {
    Answer put = client.put("/routes/" + id + "/override", "{\"status\":503,\"times\":2}");

    assertThat(put.status()).isEqualTo(200);
    assertThat(put.json().at("/override/timesLeft").asInt()).isEqualTo(2);
    Answer overridden = client.mock("/users/7");
    assertThat(overridden.status()).isEqualTo(503);
    assertThat(overridden.text("detail"))
        .isEqualTo("The route GET /users/{id} is overridden with 503 through the control API.");
    assertThat(client.mock("/users/7").status()).isEqualTo(503);
    assertThat(client.mock("/users/7").status()).isEqualTo(200);
    assertThat(client.get("/journal/1").json().at("/route/overridden").asBoolean()).isTrue();
    assertThat(client.post("/verify", "{\"name\":\"user\",\"count\":3}").status()).isEqualTo(200);
  }

  @Test
  void anOverrideIsTakenAway() {
    client.put("/routes/user/override", "{\"status\":204}");
    assertThat(client.mock("/users/7").status()).isEqualTo(204);

    assertThat(client.delete("/routes/user/override").status()).isEqualTo(204);

    assertThat(client.mock("/users/7").status()).isEqualTo(200);
    assertThat(client.delete("/routes/user/override").status()).isEqualTo(404);
  }

  @Test
  void anOverrideStaysWhenTheRoutesAreOthers() {
    client.put("/routes/user/override", "{\"status\":503}");

    client.send("POST", "/mocks", "application/yaml", "GET /users/{id}: { status: 418 }");

    assertThat(client.mock("/users/7").status()).isEqualTo(503);
  }

  @Test
  void aResetTakesOverridesAway() {
    client.put("/routes/user/override", "{\"status\":500}");

    client.post("/reset", "");

    assertThat(client.mock("/users/7").status()).isEqualTo(200);
  }

  @Test
  void aFaultThatSendsNothingComesInsteadOfTheAnswer() {
    Answer answer = client.put("/routes/user/override", "{\"fault\":\"reset\"}");

    assertThat(answer.json().at("/override/fault").asString()).isEqualTo("reset");
    assertThatThrownBy(() -> client.mock("/users/7")).hasStackTraceContaining("Connection reset");
    client.delete("/routes/user/override");
    assertThat(client.mock("/users/7").status()).isEqualTo(200);
    assertThat(client.get("/journal").json().at("/requests/1/fault").asString()).isEqualTo("reset");
  }

  @Test
  void aCutBreaksTheAnswerOfTheRouteOrOfTheStatus() {
    client.put("/routes/user/override", "{\"fault\":\"cut\",\"times\":1}");
    assertThatThrownBy(() -> client.mock("/users/7"))
        .hasStackTraceContaining("fixed content-length");
    client.put("/routes/user/override", "{\"fault\":\"cut\",\"status\":503,\"times\":1}");
    assertThatThrownBy(() -> client.mock("/users/7"))
        .hasStackTraceContaining("fixed content-length");
    assertThat(client.mock("/users/7").status()).isEqualTo(200);
  }

  @Test
  void aForkHasOverridesOfItsOwn() {
    client.put("/routes/user/override", "{\"status\":500}");
    ControlClient fork = new ControlClient(client.post("/ports", "").text("url"));

    assertThat(fork.mock("/users/7").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                             | override:1:1: an override has a status, a delay or a fault (write { "status": 503, "for": "30s" })
          {"status": 99}                 | override:1:12: status: expected a number from 200 to 599, found the number 99
          {"status": "503"}              | override:1:12: status: expected a number from 200 to 599, found the text '503'
          {"delay": "soon"}              | override:1:11: delay: 'soon' is not a duration (write 250ms, 2s or 1m)
          {"delay": "{{path.id}}"}       | override:1:11: delay: a template cannot stand here (write 250ms or 1s..3s)
          {"status": 500, "for": "0"}    | override:1:24: for: no time at all (write 30s, or leave it out)
          {"status": 500, "times": 0}    | override:1:26: times: expected a number from 1, found the number 0
          {"status": 500, "time": 1}     | override:1:17: unknown key 'time' in an override (did you mean 'times'?)
          {"fault": "rest"}              | override:1:11: fault: 'rest' is no fault (did you mean 'reset'?)
          {"fault": "hang", "status": 500} | override:1:11: fault: 'hang' sends no status (leave one of them out)
          {"fault": "cut", "status": 200} | override:1:11: fault: this 200 has no body to cut (leave the status out to cut what the route answers)
          []                             | override:1:1: expected an override, a mapping, found an empty list (write { "status": 503, "for": "30s" })
          ''                             | override:1:1: expected an override, a mapping, found nothing (write { "status": 503, "for": "30s" })
          """)
  void aWrongOverrideIsExplained(String json, String problem) {
    Answer answer = client.put("/routes/user/override", json);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("text").lines().findFirst()).contains(problem);
  }

  @Test
  void aRouteThatIsNotThereIsGuessed() {
    Answer answer = client.put("/routes/usr/override", "{\"status\":500}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("detail"))
        .isEqualTo(
            "No route has the id, key or name 'usr' (did you mean 'user'?); GET /__homeport/routes"
                + " lists them.");
  }

  @Test
  void aNameOfSeveralIsRefused() {
    Answer answer = client.put("/routes/twin/override", "{\"status\":500}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("detail"))
        .isEqualTo("Several routes are called 'twin': GET /a, GET /b.");
  }
}
