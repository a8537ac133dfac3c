package dev.homeport.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.Homeport;
import dev.homeport.HomeportOptions;
import dev.homeport.engine.journal.JournalLimits;
import dev.homeport.engine.json.Json;
import dev.homeport.server.control.ControlClient.Answer;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The document says what the server does, and all of it. */
class OpenApiDocumentTest {

  private final Homeport server =
      Homeport.start(
          HomeportOptions.ofYaml(
                  """
                  GET /greeting: { name: greeting, tags: [polite], json: { hello: world } }
                  POST /file: { base64: AAEC/w== }
                  data: { users: [ { id: 1 } ] }
                  """)
              .withPort(0));
  private final ControlClient client = new ControlClient(server.url());
  private final JsonNode document = client.get("/openapi.json").json();
  private final List<Described> operations = describedIn(document);

  /** An operation of the document; its parameters with those of its path. */
  private record Described(String method, String path, JsonNode operation, List<JsonNode> query) {

    String name() {
      return method + " " + path;
    }
  }

  @BeforeEach
  void leaveRequestsInTheJournal() {
    client.mock("/greeting?a=1");
    client.mock("POST", "/nowhere", "{\"a\":1}", "Content-Type", "application/json");
    client.mock("POST", "/file", "text");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void hasTheOperationsOfTheServerAndNoOthers() {
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(0);
    ControlApi api = new ControlApi(Controlled.port(JournalLimits.DEFAULT, "{}"), threads);

    assertThat(operations.stream().map(Described::name))
        .containsExactlyInAnyOrderElementsOf(
            api.operations().stream().map(each -> each.method() + " " + each.path()).toList());
    for (Operation operation : api.operations()) {
      Described described = described(operation.method(), operation.path());
      assertThat(described.query().stream().map(each -> each.path("name").asString()))
          .as(described.name())
          .containsExactlyInAnyOrderElementsOf(operation.parameters());
      assertThat(described.operation().path("requestBody").path("content").propertyStream())
          .extracting(Map.Entry::getKey)
          .as(described.name())
          .containsExactlyInAnyOrderElementsOf(operation.mediaTypes());
    }
    threads.shutdownNow();
  }

  @Test
  void everyOperationAnswersItsExampleAsItSays() {
    for (Described described : operations) {
      if (described.path().equals("/journal/stream")) {
        continue; // it has no end: see aStreamIsWhatItSays
      }
      Answer answer = ask(described, example(described));

      assertThat(answer.status()).as(described.name()).isBetween(200, 204);
      check(described, answer);
    }
  }

  @Test
  void everyMistakeIsAnsweredAsItSays() {
    for (Described described : operations) {
      JsonNode body = described.operation().path("requestBody");
      check(described, client.send(described.method(), nonsense(described), type(body), "{}"));
      if (!body.isMissingNode()) {
        Answer wrong =
            client.send(described.method(), path(described), type(body), mistake(described));
        assertThat(wrong.status()).as(described.name()).isIn(400, 422);
        check(described, wrong);
        check(described, client.send(described.method(), path(described), "text/plain", "{}"));
      }
    }
  }

  /** An object whose key it does not know; in the state any name may stand. */
  private static String mistake(Described described) {
    return described.path().equals("/state") ? "[]" : "{\"nonsense\":1}";
  }

  @Test
  void aFailedVerificationIsAnsweredAsItSays() {
    Answer answer = client.post("/verify", "{\"request\":\"GET /greting\",\"count\":2}");

    assertThat(answer.status()).isEqualTo(409);
    check(described("POST", "/verify"), answer);
  }

  @Test
  void everyKindOfRequestIsDescribedAsItSays() {
    client.put("/routes/greeting/override", "{\"status\":503,\"delay\":\"1ms..2ms\",\"times\":2}");
    client.mock("/greeting");
    for (int id = 1; id <= 4; id++) {
      Answer answer = client.get("/journal/" + id);
      assertThat(answer.status()).isEqualTo(200);
      check(described("GET", "/journal/{id}"), answer);
    }
    check(described("GET", "/journal"), client.get("/journal?order=oldest&limit=2"));
    check(described("GET", "/routes"), client.get("/routes"));
  }

  @Test
  void aStreamIsWhatItSays() {
    HttpResponse<Stream<String>> stream = client.lines("/journal/stream?since=0");
    Described described = described("GET", "/journal/stream");

    assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream");
    assertThat(response(described, 200).path("content").has("text/event-stream")).isTrue();
    List<String> data = stream.body().filter(line -> line.startsWith("data: ")).limit(6).toList();
    for (String line : data) {
      JsonNode summary = Json.toNode(Map.of("$ref", "#/components/schemas/RequestSummary"));
      validate(summary, line.substring(6));
    }
  }

  /** With the example as its body. */
  private Answer ask(Described described, String body) {
    return body.isEmpty()
        ? client.send(described.method(), path(described), "application/json", "")
        : client.send(
            described.method(),
            path(described),
            type(described.operation().path("requestBody")),
            body);
  }

  private static String example(Described described) {
    JsonNode content = described.operation().path("requestBody").path("content");
    return content.isMissingNode() ? "" : Json.write(content.iterator().next().path("example"));
  }

  private static String type(JsonNode body) {
    return body.isMissingNode()
        ? "application/json"
        : body.path("content").propertyStream().findFirst().orElseThrow().getKey();
  }

  /** With what it names there, for this once. */
  private String path(Described described) {
    String path = described.path().replace("{collection}", "users");
    if (path.contains("{port}")) {
      return path.replace("{port}", client.post("/ports", "").text("port"));
    }
    if (path.startsWith("/routes")) {
      client.put("/routes/greeting/override", "{\"status\":503}");
      return path.replace("{id}", "greeting");
    }
    if (path.contains("{id}")) {
      client.mock("/greeting");
      return path.replace("{id}", client.get("/journal").json().at("/requests/0/id").asString());
    }
    return described.query().stream()
        .filter(parameter -> parameter.has("example"))
        .map(parameter -> "?target=" + parameter.path("example").asString().replace("?", "%3F"))
        .reduce(path, String::concat);
  }

  private String nonsense(Described described) {
    String path = path(described);
    return path + (path.contains("?") ? "&" : "?") + "nonsense=1";
  }

  private Described described(String method, String path) {
    return operations.stream()
        .filter(each -> each.method().equals(method) && each.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not in the document: " + method + " " + path));
  }

  /** The answer is one that the document has, with its media type and its schema. */
  private void check(Described described, Answer answer) {
    String name = described.name() + " " + answer.status() + " " + answer.response().body();
    JsonNode response = response(described, answer.status());
    assertThat(response.isMissingNode()).as(name).isFalse();
    JsonNode content = response.path("content");
    if (content.isMissingNode()) {
      assertThat(answer.response().body()).as(name).isEmpty();
      return;
    }
    JsonNode media = content.path(answer.mediaType());
    assertThat(media.isMissingNode()).as(name + answer.mediaType()).isFalse();
    validate(media.path("schema"), answer.response().body());
  }

  private JsonNode response(Described described, int status) {
    JsonNode responses = described.operation().path("responses");
    JsonNode own = responses.path(Integer.toString(status));
    return resolved(own.isMissingNode() && status >= 400 ? responses.path("default") : own);
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
  }

  private void validate(JsonNode schema, String json) {
    JsonNode whole =
        Json.toNode(Map.of("components", document.path("components"), "allOf", List.of(schema)));
    JsonNode value = Objects.requireNonNull(Json.parse(json), json);
    assertThat(Schemas.compile(whole).firstError(value)).as(json).isNull();
  }

  private static List<Described> describedIn(JsonNode document) {
    List<Described> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
        if (!member.getKey().equals("parameters")) {
          List<JsonNode> query = new ArrayList<>();
          for (JsonNode parameter : member.getValue().path("parameters")) {
            JsonNode found =
                parameter.has("$ref")
                    ? document.at(parameter.path("$ref").asString().substring(1))
                    : parameter;
            if (found.path("in").asString().equals("query")) {
              query.add(found);
            }
          }
          String method = member.getKey().toUpperCase(Locale.ROOT);
          all.add(new Described(method, path.getKey(), member.getValue(), query));
        }
      }
    }
    return all;
  }
}
