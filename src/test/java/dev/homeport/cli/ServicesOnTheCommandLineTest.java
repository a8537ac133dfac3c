package dev.homeport.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.engine.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A folder with services. */
class ServicesOnTheCommandLineTest {

  @TempDir Path folder;

  @BeforeEach
  void oneService() throws IOException {
    write("a.yaml", "GET /a: { text: a }\n");
    write("users/homeport.yaml", "service: user-api\n");
    write("users/u.yaml", "GET /users: { text: users }\nGET /never: {}\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Served serve(String... options) throws Exception {
    List<String> args = new ArrayList<>(List.of(folder.toString(), "--port", "0"));
    args.addAll(List.of(options));
    return Served.with(args.toArray(String[]::new));
  }

  @Test
  void aStartLineEach() throws Exception {
    try (Served served = serve()) {
      assertThat(served.out())
          .matches(
              """
              Homeport is running at http://127\\.0\\.0\\.1:\\d+
              user-api is running at http://127\\.0\\.0\\.1:\\d+
              """);
      assertThat(served.err())
          .contains("  GET  /a  200 text", "service user-api:\n  GET  /users  200 text");
    }
  }

  @Test
  void aStartLineEachAsJson() throws Exception {
    try (Served served = serve("--json")) {
      List<JsonNode> lines =
          served.out().lines().map(line -> requireNonNull(Json.parse(line))).toList();
      assertThat(lines).hasSize(2);
      assertThat(lines.get(0).has("service")).isFalse();
      assertThat(lines.get(0).get("routes").intValue()).isEqualTo(1);
      assertThat(lines.get(1).get("service").stringValue()).isEqualTo("user-api");
      assertThat(lines.get(1).get("routes").intValue()).isEqualTo(2);
      assertThat(lines.get(1).get("folder").stringValue()).endsWith("users");
    }
  }

  @Test
  void aVariableEachInTheEnvFile() throws Exception {
    Path env = folder.resolve("env");
    for (int run = 0; run < 2; run++) {
      try (Served served = serve("--env-file", env.toString(), "--host", "127.0.0.1")) {
        List<String> urls =
            served.out().lines().map(line -> line.substring(line.indexOf("http"))).toList();
        assertThat(env)
            .hasContent("HOMEPORT_URL=" + urls.get(0) + "\nUSER_API_URL=" + urls.get(1) + "\n");
        Files.copy(env, folder.resolve("left"));
      }
      Files.move(folder.resolve("left"), env);
    }
  }

  @DisabledOnOs(OS.WINDOWS) // sh
  @Test
  void aVariableEachForTheCommandThatIsRun() throws Exception {
    List<String> args = new ArrayList<>(List.of("run", folder.toString(), "--port", "0", "--"));
    Path out = folder.resolve("out");
    args.addAll(List.of("sh", "-c", "echo $HOMEPORT_URL $USER_API_URL > '" + out + "'"));

    Outcome outcome = Outcome.of(args.toArray(String[]::new));

    assertThat(Files.readString(out))
        .matches("http://127\\.0\\.0\\.1:\\d+ http://127\\.0\\.0\\.1:\\d+\n");
    assertThat(outcome.err()).contains("0 requests, 0 unmatched, 3 routes never used:\n");
  }

  @Test
  void theLogNamesTheService() throws Exception {
    try (Served served = serve("--verbose")) {
      String url = served.out().lines().toList().get(1).replaceFirst(".* at ", "");

      served.get(url, "/users");

      await().untilAsserted(() -> assertThat(served.err()).contains("\nuser-api: GET /users 200"));
    }
  }

  @Test
  void editsAreServedAndSaid() throws Exception {
    write("broken/homeport.yaml", "service: Broken\n");
    try (Served served = serve()) {
      String url = served.out().lines().toList().get(1).replaceFirst(".* at ", "");

      write("users/u.yaml", "GET /users: { text: new }\nGET /never: {}\n");
      await().until(() -> served.get(url, "/users").body().equals("new"));

      write("users/homeport.yaml", "service: renamed\n");
      await()
          .untilAsserted(
              () -> assertThat(served.err()).contains("service changed: restart to apply"));

      write("broken/homeport.yaml", "service: mended\n");
      await()
          .untilAsserted(
              () ->
                  assertThat(served.err()).endsWith("broken/homeport.yaml: restart to serve it\n"));
      assertThat(served.err()).contains("mended " + folder.resolve("broken/homeport.yaml") + "\n");
    }
  }

  @Test
  void checkCountsAllOfThem() {
    assertThat(Outcome.of("check", folder.toString()).out())
        .isEqualTo(folder + ": 3 routes in 2 files, 1 service, no problem\n");
    assertThat(Outcome.of("check", folder.toString(), "--json").out())
        .contains("\"services\":[\"user-api\"]");
  }

  @Test
  void explainAsksOneOfThem() {
    Outcome whole = Outcome.of("explain", "GET", "/users", folder.toString());
    Outcome service =
        Outcome.of("explain", "GET", "/users", folder.toString(), "--service", "user-api");
    Outcome unknown = Outcome.of("explain", "GET", "/a", folder.toString(), "--service", "userapi");

    assertThat(whole.status()).isEqualTo(1);
    assertThat(whole.out())
        .endsWith("\nThe service user-api would answer it: --service user-api\n");
    assertThat(service.status()).isZero();
    assertThat(service.out()).contains("GET /users (" + folder.resolve("users/u.yaml") + ":1:1)");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("(did you mean 'user-api'?)");
  }
}
