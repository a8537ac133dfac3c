package dev.homeport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.definition.load.Setting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeportTest {

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path folder;

  private HomeportOptions options() {
    return HomeportOptions.of(folder).with(Setting.PORT, "0");
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
    HomeportOptions strict = options().with(Setting.STRICT, "true");

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
  void aMissingFolderIsNamed() {
    assertThatThrownBy(() -> Homeport.start(folder.resolve("none").toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none");
  }
}
