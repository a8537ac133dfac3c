package dev.homeport.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.Homeport;
import dev.homeport.HomeportOptions;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.json.JsonSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HarTest {

  private final Homeport server =
      Homeport.start(
          HomeportOptions.ofYaml(
                  """
                  GET /text: { text: hello, cookies: { session: abc } }
                  GET /bytes: { base64: gAEC }
                  GET /away: { status: 302, headers: { Location: /text } }
                  POST /text: { status: 204 }
                  """)
              .withPort(0));
  private final ControlClient client = new ControlClient(server.url());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void isValid() throws IOException {
    client.mock("GET", "/text?a=1&b=%20&b=", "", "Cookie", "c=d");
    client.mock("/bytes");
    client.mock("/away");
    client.mock("POST", "/text", "a=1", "Content-Type", "application/x-www-form-urlencoded");
    client.mock("POST", "/text", "\0\1");
    client.mock("/nowhere/%C3%A9");

    JsonNode har = client.get("/journal.har").json();

    assertThat(schema().firstError(har)).isNull();
    assertThat(har.at("/log/entries").size()).isEqualTo(6);
  }

  @Test
  void ofAnEmptyJournalIsValid() throws IOException {
    JsonNode har = client.get("/journal.har").json();

    assertThat(schema().firstError(har)).isNull();
    assertThat(har.at("/log/entries").size()).isZero();
  }

  @Test
  void hasBodiesAsTextOrBase64() {
    client.mock("/text");
    client.mock("/bytes");
    client.mock("POST", "/text", "{}");

    JsonNode entries = client.get("/journal.har").json().at("/log/entries");

    assertThat(entries.at("/0/response/content/text").asString()).isEqualTo("hello");
    assertThat(entries.at("/0/response/content/encoding").isMissingNode()).isTrue();
    assertThat(entries.at("/0/response/cookies/0/name").asString()).isEqualTo("session");
    assertThat(entries.at("/1/response/content/text").asString()).isEqualTo("gAEC");
    assertThat(entries.at("/1/response/content/encoding").asString()).isEqualTo("base64");
    assertThat(entries.at("/2/request/postData/text").asString()).isEqualTo("{}");
    assertThat(entries.at("/2/_homeport/id").asInt()).isEqualTo(3);
  }

  @Test
  void isFiltered() {
    client.mock("/text");
    client.mock("/bytes");

    JsonNode entries = client.get("/journal.har?path=/bytes").json().at("/log/entries");

    assertThat(entries.size()).isEqualTo(1);
    assertThat(entries.at("/0/request/url").asString()).isEqualTo(server.url() + "/bytes");
  }

  @Test
  void hasEveryRequestOfManyInOrder() {
    for (int i = 0; i < 700; i++) {
      client.mock("/text?n=" + i);
    }

    JsonNode entries = client.get("/journal.har").json().at("/log/entries");

    assertThat(entries.size()).isEqualTo(700);
    assertThat(entries.at("/699/_homeport/id").asInt()).isEqualTo(700);
    assertThat(client.get("/journal.har?since=699").json().at("/log/entries").size()).isEqualTo(1);
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream resource =
        Objects.requireNonNull(HarTest.class.getResourceAsStream("/har/har-1.2.schema.json"))) {
      JsonNode schema = Objects.requireNonNull(Json.parse(resource.readAllBytes()));
      return Schemas.compile(schema);
    }
  }
}
