package dev.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens stay valid for as long as a server runs, on all of its ports. */
class KeyOfTheRunTest {

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("keys.yaml"), "GET /keys: { json: '{{jwks}}' }");
  }

  @Test
  void isTheSameOnAForkAfterAReloadAndInLoadedRoutes() throws Exception {
    try (Homeport server = start();
        Homeport fork = server.fork()) {
      String keys = get(fork, "/keys");

      assertThat(get(server, "/keys")).isEqualTo(keys).contains("\"kid\":");

      Files.writeString(folder.resolve("keys.yaml"), "GET /others: { json: '{{jwks}}' }");
      server.reload();
      server.load("GET /loaded: { json: '{{jwks}}' }");

      assertThat(get(server, "/others")).isEqualTo(keys);
      assertThat(get(server, "/loaded")).isEqualTo(keys);
    }
  }

  @Test
  void isAnotherInEachRunUnlessThereIsASeed() throws Exception {
    assertThat(keysOf(start())).isNotEqualTo(keysOf(start()));
    assertThat(keysOf(Homeport.start(options().withSeed(7))))
        .isEqualTo(keysOf(Homeport.start(options().withSeed(7))));
  }

  private HomeportOptions options() {
    return HomeportOptions.of(folder).withPort(0);
  }

  private Homeport start() {
    return Homeport.start(options());
  }

  private String keysOf(Homeport started) throws Exception {
    try (started) {
      return get(started, "/keys");
    }
  }

  private String get(Homeport server, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
