package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.server.RawClient.Raw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClosingTest {

  @RegisterExtension final Servers servers = new Servers();

  @Test
  void endsIdleConnections() {
    HttpServer server = servers.server(new Mocks());
    RawClient client = servers.client(server);
    client.ask("GET /a");
    server.close();

    assertThat(client.isAtEnd()).isTrue();
  }

  @Test
  void freesThePort() throws IOException {
    HttpServer server = servers.server(new Mocks());
    server.close();

    try (ServerSocket again = new ServerSocket(server.port(), 1, Addresses.FOUR)) {
      assertThat(again.isBound()).isTrue();
    }
  }

  @Test
  void letsARunningAnswerFinish() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    HttpServer server =
        servers.server(
            new Mocks()
                .with(
                    "GET /a",
                    Duration.ofMillis(300),
                    any -> {
                      begun.countDown();
                      return "late";
                    }));
    RawClient client = servers.client(server);
    client.send(RawClient.head("GET /a"));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    server.close();
    Raw raw = client.read(false);

    assertThat(raw.body()).isEqualTo("late");
    assertThat(raw.header("Connection")).isEqualTo("close");
  }

  @Test
  void doesNotWaitForAnAnswerThatTakesLong() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    HttpServer server =
        servers.server(
            new Mocks()
                .with(
                    "GET /a",
                    Duration.ofMinutes(5),
                    any -> {
                      begun.countDown();
                      return "never";
                    }));
    RawClient client = servers.client(server);
    client.send(RawClient.head("GET /a"));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    server.close();

    assertThat(client.isAtEnd()).isTrue();
  }

  @Test
  void leavesNoConnectionOnWhichItStillAnswers() {
    HttpServer server = servers.server(new Mocks().with("GET /a", Mocks.text("a")));
    for (int i = 0; i < 100; i++) {
      MockPort fork = server.fork(server.main());
      try (RawClient client = new RawClient(fork.port())) {
        assertThat(client.ask("GET /a").body()).isEqualTo("a");
        server.close(fork);
        assertThatThrownBy(() -> client.ask("GET /a")).isInstanceOf(UncheckedIOException.class);
        assertThat(fork.journal().view().total()).isEqualTo(1);
      }
    }
  }

  @Test
  void mayHappenTwice() {
    HttpServer server = servers.server(new Mocks());
    server.close();
    server.close();

    assertThat(server.port()).isPositive();
  }
}
