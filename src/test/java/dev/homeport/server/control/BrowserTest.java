package dev.homeport.server.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.Homeport;
import dev.homeport.HomeportOptions;
import dev.homeport.engine.json.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A real browser, where there is one, with a page that tries all that pages can. */
class BrowserTest {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static final Pattern REPORT = Pattern.compile("report: (\\{.*?})<");

  private final Homeport server = start();
  private final ControlClient client = new ControlClient(server.url());

  @TempDir Path folder;

  private static Homeport start() {
    return Homeport.start(HomeportOptions.ofClassPath("browser-attack").withPort(0));
  }

  @BeforeEach
  void leaveSomethingToReadAndToChange() {
    client.mock("/secret");
  }

  @AfterEach
  void nothingHasChanged() {
    assertThat(client.mock("/secret").status()).isEqualTo(200);
    assertThat(client.mock("/pwned").status()).isEqualTo(404);
    assertThat(client.get("/journal/1").text("target")).isEqualTo("/secret");
    assertThat(client.get("/ports").json().path("ports").size()).isEqualTo(1);
    server.close();
  }

  @Test
  void aPageOfAMockReadsAndChangesNothing() throws IOException, InterruptedException {
    assertThat(report(server.url() + "/attack.html").valueStream())
        .hasSize(13)
        .extracting(JsonNode::asString)
        .isSubsetOf("403", "blocked");
  }

  @Test
  void aPageOfAnotherOriginReadsAndChangesNothing() throws IOException, InterruptedException {
    try (Homeport other = start()) {
      String page = "http://localhost:" + other.port() + "/attack.html?target=" + server.url();

      assertThat(report(page).valueStream())
          .hasSize(13)
          .extracting(JsonNode::asString)
          .isSubsetOf("opaque", "blocked");
    }
  }

  /** The mock names this host, so that the page is served; the control API is not for it. */
  @Test
  void aPageWhoseNameLeadsHereReadsAndChangesNothing() throws IOException, InterruptedException {
    String page = "http://evil.test:" + server.port() + "/attack.html";

    assertThat(report(page, "--host-resolver-rules=MAP evil.test 127.0.0.1").valueStream())
        .hasSize(13)
        .extracting(JsonNode::asString)
        .isSubsetOf("421", "blocked");
  }

  private JsonNode report(String page, String... options) throws IOException, InterruptedException {
    Path output = folder.resolve("dom.html");
    List<String> command = new ArrayList<>();
    command.add(browser());
    command.addAll(
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--user-data-dir=" + folder.resolve("profile"),
            "--virtual-time-budget=20000",
            "--dump-dom"));
    command.addAll(Arrays.asList(options));
    command.add(page);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("the browser does not end");
    }
    String dom = Files.readString(output, UTF_8);
    Matcher report = REPORT.matcher(dom);
    assertThat(report.find()).as(dom).isTrue();
    return Objects.requireNonNull(Json.parse(report.group(1)));
  }

  private static String browser() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    List<String> found =
        Arrays.stream(path.split(File.pathSeparator, -1))
            .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
            .filter(Files::isExecutable)
            .map(Path::toString)
            .toList();
    assumeTrue(!found.isEmpty(), "no Chromium");
    return found.get(0);
  }
}
