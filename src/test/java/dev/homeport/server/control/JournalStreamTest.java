package dev.homeport.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.Homeport;
import dev.homeport.HomeportOptions;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalStreamTest {

  private final Homeport server =
      Homeport.start(HomeportOptions.ofYaml("{ GET /a: {}, GET /b: {} }").withPort(0));
  private final ControlClient client = new ControlClient(server.url());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void tellsEachRequestAndItsEnd() {
    Iterator<String> events = events("/journal/stream");

    client.mock("/a");
    client.mock("/nothing");

    List<String> told = new ArrayList<>();
    while (told.stream().filter(event -> event.startsWith("ended")).count() < 2) {
      told.add(events.next());
    }
    assertThat(told)
        .containsExactlyInAnyOrder("request /a", "ended /a", "request /nothing", "ended /nothing")
        .containsSubsequence("request /a", "ended /a")
        .containsSubsequence("request /a", "request /nothing", "ended /nothing");
  }

  @Test
  void resumesAfterTheEventThatWasSeenLast() {
    client.mock("/a");
    client.mock("/b");

    Iterator<String> events = events("/journal/stream", "Last-Event-ID", "1");

    assertThat(events.next()).isEqualTo("request /b");
  }

  @Test
  void tellsTheEndsAgainThatMayHaveBeenMissed() {
    client.mock("/a");
    client.mock("/b");
    await().until(() -> client.get("/journal/2").text("ending").equals("answered"));

    Iterator<String> events = events("/journal/stream", "Last-Event-ID", "2-1");

    assertThat(events.next()).isEqualTo("ended /a");
    assertThat(events.next()).isEqualTo("ended /b");
  }

  @Test
  void beginsAnewWhereThePositionIsOfAnotherTime() {
    client.mock("/a");

    Iterator<String> events = events("/journal/stream?since=57");

    assertThat(events.next()).startsWith("cleared");
    assertThat(events.next()).isEqualTo("request /a");
  }

  @Test
  void saysWhenTheJournalWasCleared() {
    client.mock("/a");
    Iterator<String> events = events("/journal/stream");

    client.post("/reset", "");

    assertThat(events.next()).startsWith("cleared");
  }

  @Test
  void endsWhenTheServerIsClosed() {
    HttpResponse<Stream<String>> stream = client.lines("/journal/stream");
    CompletableFuture<Long> lines = CompletableFuture.supplyAsync(() -> stream.body().count());

    server.close();

    assertThat(lines).succeedsWithin(java.time.Duration.ofSeconds(20)).isEqualTo(2L);
  }

  @Test
  void tooManyAreRefused() {
    List<HttpResponse<Stream<String>>> open = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      open.add(client.lines("/journal/stream"));
    }

    assertThat(open).allMatch(stream -> stream.statusCode() == 200);
    assertThat(client.get("/journal/stream").status()).isEqualTo(503);
    assertThat(client.mock("/a").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "1-", "99999999999999999999"})
  void aPositionThatIsNoneIsRefused(String position) {
    assertThat(client.get("/journal/stream?since=" + position).status()).isEqualTo(400);
  }

  /** {@code request /a}: the name of each event and the target of its request. */
  private Iterator<String> events(String path, String... headers) {
    Iterator<String> lines = client.lines(path, headers).body().iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public String next() {
        String name = line("event: ");
        String data = line("data: ");
        int target = data.indexOf("\"target\":\"");
        return target < 0
            ? name
            : name + " " + data.substring(target + 10, data.indexOf('"', target + 10));
      }

      private String line(String start) {
        String line = lines.next();
        while (!line.startsWith(start)) {
          line = lines.next();
        }
        return line.substring(start.length());
      }
    };
  }
}
