package dev.homeport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeportTest {

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path folder;

  private HomeportOptions options() {
    return HomeportOptions.of(folder).withPort(0);
  }

  private HttpResponse<String> get(Homeport api, String path) throws Exception {
    URI uri = URI.create(api.url() + path);
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  @Test
  void aFolderBecomesAnApi() throws Exception {
    Files.writeString(
        folder.resolve("users.yaml"), "GET /users/{id}:\n  json: { id: \"{{number path.id}}\" }\n");

    try (Homeport api = Homeport.start(options())) {
      HttpResponse<String> response = get(api, "/users/7");

      assertThat(response.body()).isEqualTo("{\"id\":7}");
      assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
      assertThat(api.url()).isEqualTo("http://127.0.0.1:" + api.port());
    }
  }

  @Test
  void aFileIsServedWithRanges() throws Exception {
    Files.writeString(folder.resolve("f.txt"), "abcdef");
    Files.writeString(folder.resolve("f.yaml"), "GET /f: { file: f.txt }\n");

    try (Homeport api = Homeport.start(options())) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(api.url() + "/f")).header("Range", "bytes=1-2").build();

      assertThat(get(api, "/f").body()).isEqualTo("abcdef");
      assertThat(http.send(request, BodyHandlers.ofString()).body()).isEqualTo("bc");
    }
  }

  @Test
  void anEmptyFolderIsServed() throws Exception {
    try (Homeport api = Homeport.start(options())) {
      assertThat(get(api, "/").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aBrokenFileLeavesTheOthersServed() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), "GET /a: { staus: 200 }\n");
    Files.writeString(folder.resolve("b.yaml"), "GET /b: { text: b }\n");

    try (Homeport api = Homeport.start(options())) {
      assertThat(api.problems()).hasSize(1);
      assertThat(get(api, "/a").statusCode()).isEqualTo(404);
      assertThat(get(api, "/b").body()).isEqualTo("b");
    }
  }

  @Test
  void strictRefusesABrokenFile() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "GET /a: { staus: 200 }\n");
    HomeportOptions strict = options().withStrict(true);

    assertThatThrownBy(() -> Homeport.start(strict))
        .isInstanceOf(InvalidMocksException.class)
        .hasMessageContaining("a.yaml:1:11: unknown key 'staus'");
  }

  @Test
  void theFoldersSettingsCountWhereNobodySaysOtherwise() throws Exception {
    Files.writeString(folder.resolve("homeport.yaml"), "port: 0\ntrailingSlash: ignore\n");
    Files.writeString(folder.resolve("a.yaml"), "GET /a: { text: \"{{vars.who}}\" }\n");

    try (Homeport api = Homeport.start(HomeportOptions.of(folder).withVar("who", "ada"))) {
      assertThat(get(api, "/a/").body()).isEqualTo("ada");
    }
  }

  @Test
  void optionsWinOverTheFoldersSettings() throws Exception {
    Files.writeString(folder.resolve("homeport.yaml"), "seed: 1\nclock: 2020-01-01\n");
    Files.writeString(
        folder.resolve("a.yaml"),
        "GET /now: { text: \"{{now}}\" }\nGET /chance: { text: \"{{uuid}}\" }\n");
    HomeportOptions options = options().withClock(Instant.parse("2026-01-02T03:04:05Z"));

    try (Homeport one = Homeport.start(options.withSeed(7));
        Homeport same = Homeport.start(options.withSeed(7));
        Homeport other = Homeport.start(options.withSeed(8))) {
      assertThat(get(one, "/now").body()).isEqualTo("2026-01-02T03:04:05.000Z");
      String drawn = get(one, "/chance").body();
      assertThat(get(same, "/chance").body()).isEqualTo(drawn);
      assertThat(get(other, "/chance").body()).isNotEqualTo(drawn);
    }
  }

  @Test
  void aBodyOverTheLimitIsRefused() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), "POST /a: { text: ok }\n");

    try (Homeport api = Homeport.start(options().withMaxBodyBytes(3))) {
      assertThat(post(api, "abc").statusCode()).isEqualTo(200);
      HttpResponse<String> refused = post(api, "abcd");
      assertThat(refused.statusCode()).isEqualTo(413);
      assertThat(refused.body()).contains("3 bytes", "--max-body");
    }
  }

  private HttpResponse<String> post(Homeport api, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api.url() + "/a"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  @Test
  void filesAreReadAgainWhenAskedFor() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), "GET /a: { text: one }\n");

    try (Homeport api = Homeport.start(options());
        Homeport fork = api.fork()) {
      fork.load("GET /b: { text: loaded }");
      Files.writeString(folder.resolve("a.yaml"), "GET /a: { text: two }\n");
      assertThat(get(api, "/a").body()).isEqualTo("one");
      api.reload();
      assertThat(get(api, "/a").body()).isEqualTo("two");
      assertThat(get(fork, "/a").body()).isEqualTo("two");
      assertThat(get(fork, "/b").body()).isEqualTo("loaded");

      Files.writeString(folder.resolve("a.yaml"), "GET /a: { txt: three }\n");
      api.reload();
      assertThat(get(api, "/a").body()).isEqualTo("two");
      assertThat(api.problems()).hasSize(1);
    }
  }

  @Test
  void otherHostsAndPagesMayBeLetIn() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), "GET /a: { text: ok }\n");
    HomeportOptions open =
        options().withAllowedHosts("mocks.test", "*.shop.test").withCors("https://app.test");

    try (Homeport api = Homeport.start(open)) {
      RequestSpecification client = RestAssured.given().baseUri(api.url());
      client.header("Host", "eu.shop.test").get("/a").then().statusCode(200);
      RestAssured.given()
          .baseUri(api.url())
          .header("Origin", "https://app.test")
          .get("/a")
          .then()
          .header("Access-Control-Allow-Origin", "https://app.test");
      RestAssured.given()
          .baseUri(api.url())
          .header("Host", "evil.test")
          .get("/a")
          .then()
          .statusCode(421);
    }
  }

  @Test
  void theJournalIsAsLongAsAskedFor() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), "GET /a: { text: ok }\n");

    try (Homeport api = Homeport.start(options().withJournalEntries(2).withJournalBytes(1 << 20))) {
      get(api, "/a?1");
      get(api, "/a?2");
      get(api, "/a?3");

      assertThat(api.requests())
          .extracting(AnsweredRequest::target)
          .containsExactly("/a?2", "/a?3");
    }
  }

  @Test
  void optionsThatCannotBeAreRefusedAtOnce() {
    assertThatThrownBy(() -> options().withJournalEntries(0)).hasMessageContaining("0");
    assertThatThrownBy(() -> options().withCors("everybody")).hasMessageContaining("everybody");
    assertThatThrownBy(() -> options().withPort(70_000)).hasMessageContaining("70000");
    assertThatThrownBy(() -> options().withDelay(Duration.ofHours(1)))
        .hasMessageContaining("10 minutes");
    assertThatThrownBy(() -> options().withMaxBodyBytes(-1)).hasMessageContaining("-1");
  }

  @Test
  void aMissingFolderIsNamed() {
    assertThatThrownBy(() -> Homeport.start(folder.resolve("none").toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none");
  }
}
