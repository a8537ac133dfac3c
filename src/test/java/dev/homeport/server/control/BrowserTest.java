package dev.homeport.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.Browser;
import dev.homeport.Homeport;
import dev.homeport.HomeportOptions;
import dev.homeport.engine.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A real browser, where there is one, with a page that tries all that pages can. */
class BrowserTest {

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
    String dom = Browser.onThisMachine(folder).documentOf(page, options);
    Matcher report = REPORT.matcher(dom);
    assertThat(report.find()).as(dom).isTrue();
    return Objects.requireNonNull(Json.parse(report.group(1)));
  }
}
