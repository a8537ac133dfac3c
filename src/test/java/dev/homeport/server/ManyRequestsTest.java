package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.journal.Ending;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.JournalLimits;
import dev.homeport.server.guard.Cors;
import dev.homeport.server.port.PortChoice;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ManyRequestsTest {

  private static final int CONNECTIONS = 16;
  private static final int EACH = 3_000;

  @RegisterExtension final Servers servers = new Servers();

  /** On its own connection, ten at a time. */
  private static void ask(HttpServer server, int connection) {
    try (RawClient client = new RawClient(server.port())) {
      for (int i = 0; i < EACH; i += 10) {
        StringBuilder requests = new StringBuilder();
        for (int j = i; j < i + 10; j++) {
          requests.append(RawClient.head("GET /a?" + connection + "-" + j));
        }
        client.send(requests.toString());
        for (int j = i; j < i + 10; j++) {
          client.read(false);
        }
      }
    }
  }

  @Test
  void areAllInTheJournalAndOnceEach() throws InterruptedException {
    ServerOptions options =
        new ServerOptions(
            "",
            new PortChoice(OptionalInt.of(0)),
            List.of(),
            Cors.local(),
            10,
            Duration.ofSeconds(9),
            new JournalLimits(CONNECTIONS * EACH, 1L << 30, 100),
            Optional.empty(),
            OutboundOptions.none());
    HttpServer server =
        servers.opened(new Mocks().with("GET /a", Mocks.text("hello")).start(options));
    ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
    for (int i = 0; i < CONNECTIONS; i++) {
      int connection = i;
      clients.execute(() -> ask(server, connection));
    }
    clients.shutdown();

    assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    List<Entry> entries = server.journal().view().entries();
    Set<String> targets = new HashSet<>();
    entries.forEach(entry -> targets.add(entry.target()));
    assertThat(entries).hasSize(CONNECTIONS * EACH);
    assertThat(targets).hasSize(CONNECTIONS * EACH);
    assertThat(server.journal().extent().dropped()).isZero();
    Awaitility.await()
        .until(() -> entries.stream().allMatch(entry -> entry.ending() == Ending.ANSWERED));
  }
}
