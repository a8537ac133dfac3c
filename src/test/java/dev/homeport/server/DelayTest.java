package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DelayTest {

  @RegisterExtension final Servers servers = new Servers();

  @Test
  void isWaitedForWithoutAThread() {
    Duration delay = Duration.ofMillis(150);
    HttpServer server =
        servers.server(
            new Mocks()
                .with("GET /slow", Mocks.text("slow").after(delay))
                .with("GET /fast", Mocks.text("fast")));
    List<RawClient> waiting = new ArrayList<>();
    long before = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      RawClient client = servers.client(server);
      client.send(RawClient.head("GET /slow"));
      waiting.add(client);
    }

    assertThat(servers.client(server).ask("GET /fast").body()).isEqualTo("fast");
    for (RawClient client : waiting) {
      assertThat(client.read(false).body()).isEqualTo("slow");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(delay);
  }
}
