package dev.homeport.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.Homeport;
import dev.homeport.HomeportOptions;
import dev.homeport.server.control.ControlClient.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {

  private final Homeport server =
      Homeport.start(HomeportOptions.ofYaml("GET /a: { status: 200 }").withPort(0));
  private final ControlClient client = new ControlClient(server.url());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aForkHasAJournalOfItsOwn() {
    Answer fork = client.post("/ports", "{}");
    ControlClient own = new ControlClient(fork.text("url"));

    own.mock("/a");

    assertThat(fork.status()).isEqualTo(201);
    assertThat(own.get("/health").json().path("requests").asInt()).isEqualTo(1);
    assertThat(client.get("/health").json().path("requests").asInt()).isZero();
    assertThat(own.post("/verify", "{\"request\":\"GET /a\",\"count\":1}").status()).isEqualTo(200);
  }

  @Test
  void areListed() {
    int fork = client.post("/ports", "").json().path("port").asInt();

    assertThat(client.get("/ports").json().path("ports").valueStream())
        .extracting(each -> each.path("port").asInt() + " " + each.path("fork").asBoolean())
        .containsExactlyInAnyOrder(server.port() + " false", fork + " true");
  }

  @Test
  void aForkIsClosed() {
    int fork = client.post("/ports", "").json().path("port").asInt();

    assertThat(client.delete("/ports/" + fork).status()).isEqualTo(204);

    assertThat(isOpen(fork)).isFalse();
    assertThat(client.delete("/ports/" + fork).status()).isEqualTo(404);
  }

  @Test
  void aForkClosesItselfAfterItsAnswer() {
    int fork = client.post("/ports", "").json().path("port").asInt();

    Answer answer = new ControlClient("http://127.0.0.1:" + fork).delete("/ports/" + fork);

    assertThat(answer.status()).isEqualTo(204);
    await().until(() -> !isOpen(fork));
  }

  @Test
  void theServersOwnIsNotClosed() {
    Answer answer = client.delete("/ports/" + server.port());

    assertThat(answer.status()).isEqualTo(409);
    assertThat(client.get("/health").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"0, 400", "65536, 400", "-1, 400", "x, 400", "1e3, 400", "1, 404"})
  void aNumberThatIsNoForkIsRefused(String port, int status) {
    assertThat(client.delete("/ports/" + port).status()).isEqualTo(status);
  }

  @Test
  void aTokenIsForEveryPort() {
    HomeportOptions options = HomeportOptions.ofYaml("GET /a: {}").withPort(0);
    try (Homeport closed = Homeport.start(options.withAdminToken("s3cret-s3cret"));
        Homeport fork = closed.fork()) {
      for (Homeport each : List.of(closed, fork)) {
        ControlClient own = new ControlClient(each.url());

        assertThat(own.get("/health").status()).isEqualTo(401);
        assertThat(own.mock("/a").status()).isEqualTo(200);
        assertThat(
                own.mock("GET", "/__homeport/health", "", "Authorization", "Bearer s3cret-s3cret")
                    .status())
            .isEqualTo(200);
      }
    }
  }

  private static boolean isOpen(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
