package dev.homeport.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ExplainCommandTest {

  @TempDir Path folder;

  private Outcome explain(String method, String path, String... options) {
    List<String> args = new ArrayList<>(List.of("explain", method, path, folder.toString()));
    args.addAll(List.of(options));
    return Outcome.of(args.toArray(String[]::new));
  }

  @BeforeEach
  void writeMocks() throws IOException {
    Files.writeString(
        folder.resolve("mocks.yaml"),
        """
        GET /users/{id}: { json: {} }
        POST /pay:
          - { when: { headers: { X-Key: k1 }, json: { amount: 5 } }, text: paid }
          - { when: { form: { amount: 5 } }, text: form }
        GET /host: { when: { host: api.test }, text: host }
        """);
  }

  @Test
  void namesTheRouteThatAnswers() {
    assertThat(explain("GET", "/users/7"))
        .isEqualTo(
            new Outcome(
                0,
                "GET /users/7 is answered by GET /users/{id} (%1$s:1:1)\n  with 200 json of the case at %1$s:1:18\n"
                    .formatted(folder.resolve("mocks.yaml")),
                ""));
  }

  @Test
  void reportsAMissOnStandardOutputWithStatusOne() {
    Outcome outcome = explain("GET", "/userz/7");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .startsWith("404 No route has the path of GET /userz/7.\n\nThe nearest routes:\n")
        .endsWith("GET /userz/7:\n  status: 200\n  json: {}\n");
  }

  @Test
  void jsonSaysWhetherARouteAnswers() {
    JsonNode hit = requireNonNull(Json.parse(explain("GET", "/users/7", "--json").out()));
    JsonNode miss = requireNonNull(Json.parse(explain("GET", "/userz/7", "--json").out()));

    assertThat(hit.get("answered").booleanValue()).isTrue();
    assertThat(hit.at("/case/line").intValue()).isEqualTo(1);
    assertThat(miss.get("answered").booleanValue()).isFalse();
    assertThat(miss.at("/nearest/0/route").stringValue()).isEqualTo("GET /users/{id}");
  }

  @Test
  void headersAndABodyBelongToTheRequest() throws IOException {
    Path body = Files.writeString(folder.resolve("body.json"), "{\"amount\":5}");

    assertThat(explain("POST", "/pay").status()).isEqualTo(1);
    assertThat(explain("POST", "/pay", "-H", "X-Key: k1", "-d", "{\"amount\":5}").status())
        .isZero();
    assertThat(explain("POST", "/pay", "--header", "x-key:k1", "--data", "@" + body).status())
        .isZero();
    assertThat(explain("POST", "/pay", "-d", "amount=5").out()).contains("mocks.yaml:4:5\n");
    assertThat(explain("POST", "/pay", "-d", "amount=5", "-H", "Content-Type: text/plain").status())
        .isEqualTo(1);
  }

  @Test
  void aWholeUrlBringsItsHost() {
    assertThat(explain("GET", "http://api.test:8080/host").status()).isZero();
    assertThat(explain("GET", "https://api.test/host?x=1").status()).isZero();
    assertThat(explain("GET", "/host").status()).isEqualTo(1);
    assertThat(explain("GET", "http://api.test").out())
        .startsWith("404 No route has the path of GET /.");
  }

  @Test
  void problemsOfFilesAreOnStandardError() throws IOException {
    Files.writeString(folder.resolve("broken.yaml"), "GET /a: { staus: 1 }\n");

    Outcome outcome = explain("GET", "/users/7");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).contains("unknown key 'staus'").endsWith("1 problem in 1 file\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "get | /a | the method 'get' is not in capitals (write GET)",
        "GET | users | the path 'users' does not begin with a slash (write /users)"
      })
  void aRequestThatIsNoneIsWrongUsage(String method, String path, String message) {
    assertThat(explain(method, path)).isEqualTo(new Outcome(2, "", "homeport: " + message + "\n"));
  }

  @Test
  void optionsThatAreNoneAreWrongUsage() {
    assertThat(explain("GET", "/a", "-H", "Accept").err())
        .isEqualTo(
            "homeport: the header 'Accept' is not NAME:VALUE (write -H 'Accept: application/json')\n");
    assertThat(explain("GET", "/a", "-d", "@" + folder.resolve("no.json")).status()).isEqualTo(2);
    assertThat(Outcome.of("explain", "GET").status()).isEqualTo(2);
  }
}
