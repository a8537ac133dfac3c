package dev.homeport.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.engine.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {

  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Served serve(String... options) throws Exception {
    return serve(Map.of(), options);
  }

  private Served serve(Map<String, String> environment, String... options) throws Exception {
    String[] args = new String[options.length + 3];
    args[0] = folder.toString();
    args[1] = "--port";
    args[2] = "0";
    System.arraycopy(options, 0, args, 3, options.length);
    return Served.with(environment, args);
  }

  @Nested
  class TheStart {

    @Test
    void standardOutputHoldsTheStartLineAlone() throws Exception {
      write("users.yaml", "GET /users/{id}: { json: { id: \"{{path.id}}\" } }\n");

      try (Served served = serve()) {
        assertThat(served.out()).matches("Homeport is running at http://127\\.0\\.0\\.1:\\d+\n");
        assertThat(served.get("/users/7").body()).isEqualTo("{\"id\":\"7\"}");
      }
    }

    @Test
    void standardErrorListsTheRoutesAndTheOtherName() throws Exception {
      write("users.yaml", "GET /users:\n  json: []\nPOST|PUT /users:\n  - { status: 201 }\n");

      try (Served served = serve("--host", "127.0.0.1")) {
        Path file = folder.resolve("users.yaml");
        assertThat(served.err())
            .startsWith(
                "  GET       /users  200 json  %s:1\n  POST|PUT  /users  201       %s:3\n"
                    .formatted(file, file));
      }
      try (Served served = serve()) {
        String port = served.url().replaceAll(".*:", "");
        assertThat(served.err()).contains("\nalso at http://localhost:" + port + "\n");
      }
    }

    @Test
    void dataAreSavedOnlyWhenAskedFor() throws Exception {
      write("users.json", "[]");
      write("users.yaml", "data: { users: users.json }\nCRUD /users: { data: users }\n");

      try (Served served = serve()) {
        assertThat(served.post("/users", "{\"name\":\"Ada\"}").statusCode()).isEqualTo(201);
      }
      assertThat(folder.resolve("users.json")).hasContent("[]");
      try (Served served = serve("--save-data")) {
        assertThat(served.post("/users", "{\"name\":\"Ada\"}").statusCode()).isEqualTo(201);
      }
      assertThat(folder.resolve("users.json"))
          .hasContent("[\n  {\n    \"id\": 1,\n    \"name\": \"Ada\"\n  }\n]\n");
    }

    @Test
    void quietListsNoRoutes() throws Exception {
      write("users.yaml", "GET /users: {}\n");

      try (Served served = serve("--quiet")) {
        assertThat(served.err()).isEmpty();
      }
    }

    @Test
    void jsonIsForPrograms() throws Exception {
      write("users.yaml", "GET /users: {}\n");
      write("bad.yaml", "GET users: {}\n");

      try (Served served = serve("--json")) {
        var start = requireNonNull(Json.parse(served.startLine()));
        assertThat(start.get("port").asInt()).isPositive();
        assertThat(start.get("url").asString())
            .isEqualTo("http://127.0.0.1:" + start.get("port").asInt());
        assertThat(start.get("localhostUrl").asString()).startsWith("http://localhost:");
        assertThat(start.get("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
        assertThat(start.get("folder").asString()).isEqualTo(folder.toString());
        assertThat(start.get("routes").asInt()).isEqualTo(1);
        assertThat(start.get("problems").asInt()).isEqualTo(1);
      }
    }

    @Test
    void anEmptyFolderServesAndSaysSo() throws Exception {
      try (Served served = serve()) {
        assertThat(served.err()).startsWith(folder + " holds no route");
        assertThat(served.get("/").statusCode()).isEqualTo(404);
      }
    }

    @Test
    void endsWellWhenItIsStopped() throws Exception {
      Served served = serve();

      assertThat(served.stop()).isZero();
    }
  }

  @Nested
  class Watching {

    /** At once, as most editors do; a file that is written may be empty for a moment. */
    private void replace(String name, String text) throws IOException {
      write(".fresh", text);
      Files.move(
          folder.resolve(".fresh"), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void saysInOneLineWhichRoutesHaveChanged() throws Exception {
      write("users.yaml", "GET /users: { text: old }\n");

      try (Served served = serve()) {
        replace("users.yaml", "GET /users: { text: new }\nGET /more: {}\nGET /most: {}\n");

        await().until(() -> served.get("/users").body().equals("new"));
        String line = "reloaded " + folder.resolve("users.yaml") + ": +2 routes, ~1, -0\n";
        await().untilAsserted(() -> assertThat(served.err()).endsWith(line));
      }
    }

    @Test
    void aMistakeIsToldOnceAndWhenItIsMended() throws Exception {
      Path file = folder.resolve("users.yaml");
      write("users.yaml", "GET /users: { text: old }\n");

      try (Served served = serve("--quiet")) {
        replace("users.yaml", "GET /users: { txt: new }\n");
        String kept = file + " has problems: its last good version stays\n";
        await().untilAsserted(() -> assertThat(served.err()).endsWith(kept));
        assertThat(served.err()).startsWith(file + ":1:15: unknown key 'txt'");
        assertThat(served.get("/users").body()).isEqualTo("old");

        replace("users.yaml", "GET /users: { text: new }\n");
        String mended = "mended " + file + "\n";
        await().untilAsserted(() -> assertThat(served.err()).endsWith(kept + mended));
        assertThat(served.get("/users").body()).isEqualTo("new");
      }
    }

    @Test
    void settingsApplyWhileItRunsOrItSaysWhichDoNot() throws Exception {
      write("users.yaml", "GET /users: { text: \"{{vars.shop}}\" }\n");
      write("homeport.yaml", "vars: { shop: old }\n");

      try (Served served = serve()) {
        replace("homeport.yaml", "vars: { shop: new }\nmax-body: 5\nport: 1\nverbose: true\n");

        await().until(() -> served.get("/users").body().equals("new"));
        await()
            .untilAsserted(
                () -> assertThat(served.err()).contains("max-body changed: restart to apply\n"));
        assertThat(served.err()).doesNotContain("port changed"); // the option wins
        served.get("/users");
        await().untilAsserted(() -> assertThat(served.err()).contains("GET /users 200"));
      }
    }

    @Test
    void canBeSwitchedOff() throws Exception {
      write("users.yaml", "GET /users: { text: old }\n");

      try (Served served = serve("--no-watch");
          Served silent = serve(Map.of("HOMEPORT_WATCH", "false"));
          Served watching = serve()) {
        replace("users.yaml", "GET /users: { text: new }\n");

        await().until(() -> watching.get("/users").body().equals("new"));
        assertThat(served.get("/users").body()).isEqualTo("old");
        assertThat(silent.get("/users").body()).isEqualTo("old");
      }
    }
  }

  @Nested
  class Problems {

    @Test
    void oneBrokenFileDoesNotTakeTheOthersDown() throws Exception {
      write("good.yaml", "GET /good: { text: fine }\n");
      write("bad.yaml", "GET /bad: { staus: 200 }\n");

      try (Served served = serve("--quiet")) {
        assertThat(served.err())
            .startsWith(folder.resolve("bad.yaml") + ":1:13: unknown key 'staus'")
            .endsWith("1 problem in 1 file\n");
        assertThat(served.get("/good").body()).isEqualTo("fine");
        assertThat(served.get("/bad").statusCode()).isEqualTo(404);
      }
    }

    @Test
    void strictRefusesToStart() throws Exception {
      write("good.yaml", "GET /good: { text: fine }\n");
      write("bad.yaml", "GET /bad: { staus: 200 }\n");

      Outcome outcome = Outcome.of(folder.toString(), "--strict", "--port", "0");

      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err()).contains("unknown key 'staus'").contains("--strict");
    }

    @Test
    void strictInTheFileCanBeTakenBack() throws Exception {
      write("homeport.yaml", "strict: true\n");
      write("bad.yaml", "GET /bad: { staus: 200 }\n");

      assertThat(Outcome.of(folder.toString(), "--port", "0").status()).isEqualTo(1);
      try (Served served = serve("--no-strict")) {
        assertThat(served.startLine()).startsWith("Homeport is running");
      }
    }

    @Test
    void aMissingFolderIsWrongUsage() {
      Path missing = folder.resolve("nowhere");

      assertThat(Outcome.of(missing.toString()))
          .isEqualTo(new Outcome(2, "", "homeport: the folder '" + missing + "' does not exist\n"));
    }

    @Test
    void aTakenPortIsNamedAndTheServerDoesNotStart() throws Exception {
      try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        String port = Integer.toString(holder.getLocalPort());

        Outcome outcome = Outcome.of(folder.toString(), "--port", port);

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("homeport: port " + port + " is taken");
      }
    }

    @Test
    void anAddressThatIsNoneIsWrongUsage() {
      Outcome outcome = Outcome.of(folder.toString(), "--host", "not an address");

      assertThat(outcome.status()).isEqualTo(2);
      assertThat(outcome.err()).contains("not an address");
    }
  }

  @Nested
  class BeyondLoopback {

    @Test
    void aWarningSaysWhatItMeans() throws Exception {
      write("users.yaml", "GET /users: {}\n");

      try (Served served = serve("--host", "0.0.0.0", "--quiet")) {
        assertThat(served.startLine()).startsWith("Homeport is running at http://127.0.0.1:");
        assertThat(served.get("/users").statusCode()).isEqualTo(200);
        assertThat(served.err())
            .startsWith("warning: listening on 0.0.0.0: whoever reaches this machine can read")
            .contains("--allow-host");
      }
    }

    @Test
    void loopbackNeedsNone() throws Exception {
      write("users.yaml", "GET /users: {}\n");

      for (String host : List.of("localhost", "127.0.0.1")) {
        try (Served served = serve("--host", host, "--quiet")) {
          assertThat(served.err()).isEmpty();
        }
      }
    }
  }

  @Nested
  class Settings {

    @Test
    void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile() throws Exception {
      write("a.yaml", "GET /now: { text: \"{{now format='yyyy'}}\" }\n");
      write("homeport.yaml", "clock: 2001-01-01\n");
      Map<String, String> environment = Map.of("HOMEPORT_CLOCK", "2002-01-01");

      try (Served served = serve()) {
        assertThat(served.get("/now").body()).isEqualTo("2001");
      }
      try (Served served = serve(environment)) {
        assertThat(served.get("/now").body()).isEqualTo("2002");
      }
      try (Served served = serve(environment, "--clock", "2003-01-01T00:00:00Z")) {
        assertThat(served.get("/now").body()).isEqualTo("2003");
      }
    }

    @Test
    void namedValuesWinInTheSameOrder() throws Exception {
      write("a.yaml", "GET /vars: { text: '{{vars.a}} {{vars.b}} {{vars.c}}' }\n");
      write("homeport.yaml", "vars: { a: file, b: file, c: file }\n");

      try (Served served =
          serve(Map.of("HOMEPORT_VAR", "b=environment,c=environment"), "--var", "c=x=y")) {
        assertThat(served.get("/vars").body()).isEqualTo("file environment x=y");
      }
    }

    @Test
    void theSeedMakesChanceRepeat() throws Exception {
      write("a.yaml", "GET /r: { text: \"{{randomInt 1 1000000000}}\" }\n");
      String first;
      try (Served served = serve("--seed", "7")) {
        first = served.get("/r").body();
      }
      try (Served served = serve("--seed", "7")) {
        assertThat(served.get("/r").body()).isEqualTo(first);
      }
    }

    @Test
    void aLargerBodyThanAllowedIsRefusedAndTheOptionNamed() throws Exception {
      write("a.yaml", "POST /a: { text: \"{{body}}\" }\n");

      try (Served served = serve("--max-body", "4")) {
        assertThat(served.post("/a", "1234").body()).isEqualTo("1234");
        HttpResponse<String> refused = served.post("/a", "12345");
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("--max-body");
      }
    }
  }
}
