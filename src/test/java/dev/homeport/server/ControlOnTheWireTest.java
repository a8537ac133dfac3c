package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.json.Json;
import dev.homeport.server.RawClient.Raw;
import dev.homeport.server.port.PortChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ControlOnTheWireTest {

  private final HttpServer server = new Mocks().with("GET /a", Mocks.text("mock")).start();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://evil.test",
        "Origin: null",
        "Sec-Fetch-Site: same-origin",
        "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Site: cross-site"
      })
  void everyOperationRefusesBrowsers(String sign) {
    for (String operation : operations()) {
      Raw answer = ask(operation, sign, "Content-Type: application/json");

      assertThat(answer.status()).as(operation).isEqualTo(403);
      assertThat(Json.parse(answer.body())).isNotNull();
      assertIsForNoPage(operation, answer);
    }
    assertThat(server.main().engine().routes()).hasSize(1);
  }

  @Test
  void everyOperationRefusesForeignHosts() {
    for (String operation : operations()) {
      try (RawClient client = new RawClient(server.port())) {
        client.send(operation + " HTTP/1.1\r\nHost: evil.test\r\nContent-Length: 0\r\n\r\n");
        Raw answer = client.read(false);

        assertThat(answer.status()).as(operation).isEqualTo(421);
        assertIsForNoPage(operation, answer);
      }
    }
  }

  @Test
  void noPreflightIsGranted() {
    for (String operation : operations()) {
      String path = operation.substring(operation.indexOf(' '));
      Raw answer =
          ask(
              "OPTIONS" + path,
              "Origin: http://localhost:3000",
              "Access-Control-Request-Method: POST");

      assertThat(answer.status()).as(operation).isEqualTo(403);
      assertIsForNoPage(operation, answer);
    }
  }

  @Test
  void everyWriteRefusesWhatAFormCanSend() {
    for (String operation : operations()) {
      if (operation.startsWith("POST") || operation.startsWith("PUT")) {
        for (String type :
            List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
          Raw answer = ask(operation, "Content-Type: " + type);
          assertThat(answer.status()).as(operation + " " + type).isEqualTo(415);
        }
        assertThat(ask(operation).status()).as(operation).isEqualTo(415);
      }
    }
  }

  @Test
  void answersTellNoPageAnything() {
    Raw answer = ask("GET /__homeport/health");

    assertThat(answer.status()).isEqualTo(200);
    assertIsForNoPage("GET health", answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /__homeport                          | 404
          GET /__homeport/                         | 404
          GET /__homeport/healthy                  | 404
          GET /__homeport/health/                  | 404
          GET /__homeport/journal/1/2              | 404
          GET /__homeport/journal/%zz              | 400
          GET /__homeport/journal/%C3              | 400
          GET /__homeport/journal/99999999999999999999 | 400
          GET /__homeport/journal/-1               | 400
          GET /__homeport/journal/1                | 404
          GET /__homeport/journal?a                | 400
          GET /__homeport/journal?limit=%00        | 400
          PATCH /__homeport/journal                | 405
          OPTIONS /__homeport/journal              | 405
          GET /__homeport/verify                   | 405
          BREW /__homeport/verify                  | 405
          GET http://localhost/__homeport/health   | 200
          HEAD /__homeport/health                  | 200
          """)
  void whatIsNotThereIsExplained(String requestLine, int status) {
    Raw answer = ask(requestLine);

    assertThat(answer.status()).isEqualTo(status);
    if (status == 405) {
      assertThat(answer.header("Allow")).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/__homeportal", "/%5F_homeport/health", "/x/../__homeport/health"})
  void whatIsNotSpelledSoIsForTheMocks(String path) {
    ask("GET " + path);

    assertThat(server.journal().view().total()).isEqualTo(1);
  }

  @Test
  void itsOwnRequestsAreInNoJournal() {
    ask("GET /__homeport/health");
    ask("GET /__homeport/nothing");
    ask("GET /__homeport/health", "Origin: http://evil.test");

    assertThat(server.journal().view().total()).isZero();
  }

  @Test
  void theConnectionGoesOn() {
    try (RawClient client = new RawClient(server.port())) {
      assertThat(client.ask("GET /__homeport/health").status()).isEqualTo(200);
      assertThat(client.ask("GET /__homeport/health", "Origin: null").status()).isEqualTo(403);
      assertThat(client.ask("GET /a").body()).isEqualTo("mock");
    }
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    try (RawClient client = new RawClient(server.port())) {
      client.send(
          RawClient.head(
              "POST /__homeport/mocks",
              "Content-Type: application/yaml",
              "Content-Length: 16777217"));

      assertThat(client.read(false).status()).isEqualTo(413);
    }
  }

  @Test
  void aBodyOfAnotherCodingIsRefused() {
    assertThat(
            ask(
                    "POST /__homeport/mocks",
                    "Content-Type: application/yaml",
                    "Content-Encoding: gzip")
                .status())
        .isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{",
        "{\"a\"",
        "\"",
        "nul",
        "{}{}",
        "\u00ff",
        "{\"a\":1,\"a\":2}",
        "a: &b [*b]",
        "\t",
        "!!java {}"
      })
  void everyBrokenTextIsExplained(String text) {
    for (String path : List.of("mocks", "verify")) {
      try (RawClient client = new RawClient(server.port())) {
        client.send(
            RawClient.head(
                    "POST /__homeport/" + path,
                    "Content-Type: application/json",
                    "Content-Length: " + text.length())
                + text);
        Raw answer = client.read(false);

        assertThat(answer.status()).as(path + " " + text).isIn(201, 409, 422);
      }
    }
  }

  @Test
  void textsOfAnyDepthAreExplained() {
    for (String opening : List.of("[", "{\"a\":", "{\"all\":[", "- ")) {
      String text = opening.repeat(50_000);
      try (RawClient client = new RawClient(server.port())) {
        client.send(
            RawClient.head(
                    "POST /__homeport/verify",
                    "Content-Type: application/json",
                    "Content-Length: " + text.length())
                + text);

        assertThat(client.read(false).status()).as(opening).isEqualTo(422);
      }
    }
  }

  @Test
  void beyondLoopbackItIsClosed() {
    HttpServer open = new Mocks().start(Mocks.options("0.0.0.0", PortChoice.any()));
    try (open;
        RawClient client = new RawClient(open.port())) {
      Raw answer = client.ask("GET /__homeport/health");

      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.body()).contains("HOMEPORT_ADMIN_TOKEN");
    }
  }

  private static void assertIsForNoPage(String operation, Raw answer) {
    assertThat(answer.headerLines())
        .as(operation)
        .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("access-control-"))
        .contains(
            "Cross-Origin-Resource-Policy: same-origin",
            "X-Content-Type-Options: nosniff",
            "Cache-Control: no-store");
  }

  /** {@code GET /__homeport/journal/1}: all of them, as the OpenAPI document has them. */
  private List<String> operations() {
    JsonNode document =
        Objects.requireNonNull(Json.parse(ask("GET /__homeport/openapi.json").body()));
    List<String> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      String target = "/__homeport" + path.getKey().replaceAll("\\{[a-z]+}", "1");
      path.getValue().properties().stream()
          .map(Map.Entry::getKey)
          .filter(method -> !method.equals("parameters"))
          .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + target));
    }
    assertThat(operations).hasSizeGreaterThan(15);
    return operations;
  }

  private Raw ask(String requestLine, String... headers) {
    try (RawClient client = new RawClient(server.port())) {
      boolean write = requestLine.startsWith("P") || requestLine.startsWith("DELETE");
      List<String> lines = new ArrayList<>(List.of(headers));
      if (write) {
        lines.add("Content-Length: 0");
      }
      return client.ask(requestLine, lines.toArray(String[]::new));
    }
  }
}
