package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Outcome;
import dev.homeport.engine.journal.Unanswered;
import dev.homeport.engine.json.Json;
import dev.homeport.server.RawClient.Raw;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a client sees of a request that no mock answers, and what the journal keeps of it. */
class MissOnTheWireTest {

  @RegisterExtension final Servers servers = new Servers();

  private HttpServer server(Mocks mocks) {
    return servers.server(mocks);
  }

  private final Mocks mocks = new Mocks().with("GET /users", Mocks.text("users"));

  @Test
  void curlGetsTheTextThatTheJournalKeeps() {
    HttpServer server = server(mocks);
    Raw raw = servers.client(server).ask("GET /userz", "User-Agent: curl/8.5.0", "Accept: */*");

    assertThat(raw.status()).isEqualTo(404);
    assertThat(raw.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(raw.body()).isEqualTo(why(server).text());
    assertThat(why(server).line())
        .isEqualTo(
            "No route has the path of GET /userz (nearest: GET /users, mocks.yaml:1:1:"
                + " path: segment 1 is 'userz', the route has 'users')");
  }

  @Test
  void programsGetAProblemWithTheMembersThatTheJournalKeeps() {
    HttpServer server = server(mocks);
    Raw raw = servers.client(server).ask("GET /userz", "Accept: application/json, text/plain, */*");

    assertThat(raw.header("Content-Type")).isEqualTo("application/problem+json");
    Map<String, Object> details = why(server).details();
    assertThat(Json.parse(raw.body())).isEqualTo(Json.parse(Json.write(details)));
    assertThat(details).containsKeys("title", "status", "detail", "nearest", "yaml");
  }

  @Test
  void aBrowserGetsAPageInWhichNothingRuns() {
    Raw raw = servers.client(mocks).ask("GET /<script>alert(1)</script>", "Accept: text/html");

    assertThat(raw.status()).isEqualTo(404);
    assertThat(raw.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(raw.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(raw.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(raw.body()).contains("&lt;script&gt;").doesNotContain("<script");
  }

  @Test
  void aHeadRequestGetsTheHeadersAlone() {
    RawClient client = servers.client(mocks);
    Raw raw = client.ask("HEAD /userz", "Accept: text/html");

    assertThat(raw.status()).isEqualTo(404);
    assertThat(client.ask("GET /users").body()).isEqualTo("users");
  }

  @Test
  void theJournalCountsWhatAReportKeeps() {
    HttpServer server = server(mocks);
    String path = "/" + "%C2%85".repeat(100);
    servers.client(server).ask("GET " + path, "Accept: text/plain");
    Unanswered report = why(server);

    assertThat(report.bytes()).isBetween(report.text().length() / 2, 50_000);
    assertThat(last(server).bytes()).isGreaterThan(report.bytes());
  }

  private static Unanswered why(HttpServer server) {
    return ((Outcome.Unmatched) last(server).outcome()).why();
  }

  private static Entry last(HttpServer server) {
    return server.journal().entry(server.journal().extent().entries()).orElseThrow();
  }
}
