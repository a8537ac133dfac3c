package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.server.RawClient.Raw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CorsOnTheWireTest {

  @RegisterExtension final Servers servers = new Servers();

  private static final String ORIGIN = "Origin: http://localhost:3000";

  @Test
  void answersAPreflightForAnyPath() {
    Raw raw =
        servers
            .client(new Mocks())
            .ask("OPTIONS /none", ORIGIN, "Access-Control-Request-Method: PUT");

    assertThat(raw.status()).isEqualTo(204);
    assertThat(raw.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
    assertThat(raw.header("Access-Control-Allow-Methods")).isEqualTo("PUT");
  }

  @Test
  void isOnEveryAnswer() {
    Raw raw = servers.client(new Mocks()).ask("GET /none", ORIGIN);

    assertThat(raw.status()).isEqualTo(404);
    assertThat(raw.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
    assertThat(raw.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(raw.header("Vary")).isEqualTo("Origin");
  }

  @Test
  void leavesOtherOriginsOut() {
    Raw raw = servers.client(new Mocks()).ask("GET /none", "Origin: https://evil.test");

    assertThat(raw.header("Access-Control-Allow-Origin")).isNull();
  }

  @Test
  void exposesWhatTheWireAdds() {
    Raw raw =
        servers.client(new Mocks().withFile("GET /f", () -> new byte[3])).ask("GET /f", ORIGIN);

    assertThat(raw.header("Access-Control-Expose-Headers")).contains("ETag");
  }
}
