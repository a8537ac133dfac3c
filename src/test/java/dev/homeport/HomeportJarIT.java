package dev.homeport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, run as a user runs it: each library must have survived the packing. */
class HomeportJarIT {

  private static final Path JAR = Path.of("target", "homeport.jar").toAbsolutePath();

  @TempDir Path folder;

  private record Outcome(int status, String out, String err) {}

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(JAR.toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectError(folder.resolve("stderr.txt").toFile())
        .start();
  }

  private Outcome run(String... arguments) throws Exception {
    Process process = start(arguments);
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), out, Files.readString(folder.resolve("stderr.txt")));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve("mocks").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String post(String url, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString(UTF_8))
        .body();
  }

  @Test
  void theSampleMocksHaveNoProblem() throws Exception {
    Outcome outcome = run("check", Path.of("mocks").toAbsolutePath().toString());

    assertThat(outcome.status()).as("%s", outcome).isZero();
  }

  @Test
  void aTypoIsShownWithPlaceLineAndWhatToWrite() throws Exception {
    write("users.yaml", "GET /users:\n  staus: 200\n");

    Outcome outcome = run("check");

    assertThat(outcome.status()).as("%s", outcome).isEqualTo(1);
    assertThat(outcome.out())
        .as("%s", outcome)
        .startsWith("mocks/users.yaml:2:3: unknown key 'staus'")
        .contains("did you mean 'status'?")
        .contains("\n    staus: 200\n    ^\n")
        .endsWith("1 problem in 1 file\n");
  }

  @Test
  void theVersionIsKnown() throws Exception {
    assertThat(run("--version").out()).matches("homeport \\d+\\.\\d+.*\n");
  }

  @Test
  void everyLibraryWorksInTheJar() throws Exception {
    write(
        "a.yaml",
        """
        POST /json:
          - when: { json: { "$.items[?(@.n > 1)].sku": { matches: '[A-Z]-\\d+' } } }
            json: { name: "{{fake 'person.firstName'}}", locale: "{{fake 'address.city' locale='de'}}" }
        POST /xml:
          - when: { xml: { //order/@id: "7" }, equalsXml: '<order id="7"></order>' }
            text: xml
        POST /schema:
          - when: { schema: order.schema.json }
            text: schema
        POST /graphql:
          - when: { graphql: { operation: GetUser } }
            text: graphql
        """);
    write("order.schema.json", "{ \"type\": \"object\", \"required\": [\"id\"] }");
    Process process =
        start("mocks", "--port", "0", "--env-file", "homeport.env", "--port-file", "port");
    try (BufferedReader out = process.inputReader(UTF_8)) {
      String start = out.readLine();
      assertThat(folder.resolve("homeport.env"))
          .content()
          .startsWith("HOMEPORT_URL=" + start.substring(start.indexOf("http")) + "\n");
      assertThat(folder.resolve("port"))
          .content()
          .isEqualTo(start.substring(start.lastIndexOf(':') + 1) + "\n");
      assertThat(start).startsWith("Homeport is running at http://127.0.0.1:");
      String url = start.substring(start.indexOf("http"));

      assertThat(post(url + "/json", "{\"items\":[{\"n\":2,\"sku\":\"A-1\"}]}"))
          .matches("\\{\"name\":\".+\",\"locale\":\".+\"}");
      assertThat(post(url + "/xml", "<order id='7'/>")).isEqualTo("xml");
      assertThat(post(url + "/schema", "{\"id\":1}")).isEqualTo("schema");
      assertThat(post(url + "/graphql", "{\"query\":\"query GetUser { user { id } }\"}"))
          .isEqualTo("graphql");
      assertThat(Files.readString(folder.resolve("stderr.txt")))
          .contains("POST  /json")
          .doesNotContain("problem", "WARN", "SLF4J", "Exception");
    } finally {
      process.toHandle().destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(folder.resolve("homeport.env")).doesNotExist();
    assertThat(folder.resolve("port")).doesNotExist();
  }
}
