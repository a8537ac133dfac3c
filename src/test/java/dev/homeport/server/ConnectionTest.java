package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.server.RawClient.Raw;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a connection lives, and in which order it answers (RFC 9112, 9.3). */
class ConnectionTest {

  @RegisterExtension final Servers servers = new Servers();

  private final Mocks mocks =
      new Mocks()
          .with("GET /slow", Duration.ofMillis(40), request -> "slow")
          .with("GET /fast", Mocks.text("fast"))
          .with("POST /fast", request -> request.text());

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1, X: y, false",
    "HTTP/1.1, Connection: close, true",
    "HTTP/1.1, 'Connection: Upgrade, Close', true",
    "HTTP/1.1, Connection: keep-alive, false",
    "HTTP/1.0, X: y, true",
    "HTTP/1.0, Connection: keep-alive, false",
  })
  void staysOpenUnlessToldOtherwise(String protocol, String field, boolean ends) {
    RawClient client = servers.client(mocks);
    client.send("GET /fast " + protocol + "\r\nHost: localhost\r\n" + field + "\r\n\r\n");
    Raw raw = client.read(false);

    assertThat(raw.body()).isEqualTo("fast");
    assertThat("close".equals(raw.header("Connection"))).isEqualTo(ends);
    if (ends) {
      assertThat(client.isAtEnd()).isTrue();
    } else {
      assertThat(client.ask("GET /fast").body()).isEqualTo("fast");
    }
  }

  @Test
  void ofAnOldClientIsSaidToStayOpen() {
    RawClient client = servers.client(mocks);
    client.send("GET /fast HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");

    assertThat(client.read(false).header("Connection")).isEqualTo("keep-alive");
  }

  @Test
  void answersInOrderDespiteDelays() {
    RawClient client = servers.client(mocks);
    client.send(
        RawClient.head("GET /slow")
            + RawClient.head("GET /fast")
            + RawClient.head("POST /fast", "Content-Length: 2")
            + "ok"
            + RawClient.head("GET /slow"));

    assertThat(client.read(false).body()).isEqualTo("slow");
    assertThat(client.read(false).body()).isEqualTo("fast");
    assertThat(client.read(false).body()).isEqualTo("ok");
    assertThat(client.read(false).body()).isEqualTo("slow");
  }

  @ParameterizedTest
  @CsvSource({
    "'Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__'",
    "'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Key: x'",
  })
  void isNotUpgradedToWhatIsNotSpoken(String first, String second, String third) {
    RawClient client = servers.client(mocks);
    Raw raw = client.ask("GET /fast", first, second, third);

    assertThat(raw.status()).isEqualTo(200);
    assertThat(raw.body()).isEqualTo("fast");
    assertThat(client.ask("GET /fast").body()).isEqualTo("fast");
  }

  @Test
  void ofAClientThatLeavesDisturbsNobody() {
    HttpServer server = servers.server(mocks);
    for (int i = 0; i < 50; i++) {
      try (RawClient leaving = new RawClient(server.port())) {
        leaving.send(RawClient.head("GET /slow"));
      }
      try (RawClient leaving = new RawClient(server.port())) {
        leaving.send(RawClient.head("POST /fast", "Content-Length: 100") + "half");
      }
    }

    assertThat(servers.client(server).ask("GET /fast").body()).isEqualTo("fast");
  }

  @Test
  void thatOnlyReadsAnyMoreIsAnswered() {
    RawClient client = servers.client(mocks);
    client.send(RawClient.head("GET /slow"));
    client.endSending();

    assertThat(client.read(false).body()).isEqualTo("slow");
  }
}
