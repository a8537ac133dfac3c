package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.answer.BodyPlan;
import dev.homeport.engine.answer.Delay;
import dev.homeport.engine.answer.DelayPlan;
import dev.homeport.engine.answer.ItemContent;
import dev.homeport.engine.answer.StreamBody;
import dev.homeport.engine.answer.StreamItem;
import dev.homeport.engine.journal.Ending;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.template.RenderException;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StreamOnTheWireTest {

  private static final Location AT = Location.startOf("mocks.yaml");
  private static final Duration LONG = Duration.ofMinutes(10);

  @RegisterExtension final Servers servers = new Servers();

  @Test
  void anEventIsAChunk() {
    RawClient client =
        client(StreamBody.Form.EVENTS, 1, event("a\nb", null), event("c", Duration.ofMillis(20)));
    client.send(RawClient.head("GET /a"));

    RawClient.Raw head = client.read(true);
    assertThat(head.header("Transfer-Encoding")).isEqualTo("chunked");
    assertThat(head.header("Content-Type")).isEqualTo("text/event-stream");
    assertThat(head.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(head.header("Content-Length")).isNull();
    String first = "11\r\ndata: a\ndata: b\n\n\r\n";
    String second = "09\r\ndata: c\n\n\r\n";
    String all = first + second + "0\r\n\r\n";
    assertThat(client.read(all.length())).isEqualTo(all);
  }

  @Test
  void theConnectionIsUsedAgain() {
    RawClient client = client(StreamBody.Form.PIECES, 2, piece("Hel"), piece("lo"));
    for (int i = 0; i < 2; i++) {
      client.send(RawClient.head("GET /a"));
      client.read(true);

      assertThat(chunks(client)).containsExactly("Hel", "lo", "Hel", "lo");
    }
  }

  @Test
  void anItemComesWhileTheNextOneIsWaitedFor() {
    RawClient client = client(StreamBody.Form.PIECES, 1, piece("now"), piece("later", LONG));
    client.send(RawClient.head("GET /a"));
    client.read(true);

    assertThat(chunk(client)).isEqualTo("now");
  }

  @Test
  void headHasTheHeadAlone() {
    RawClient client = client(StreamBody.Form.PIECES, StreamBody.FOREVER, piece("x", LONG));

    RawClient.Raw head = client.ask("HEAD /a");

    assertThat(head.header("Transfer-Encoding")).isEqualTo("chunked");
    assertThat(head.header("Content-Length")).isNull();
    assertThat(client.ask("HEAD /a").status()).isEqualTo(200);
  }

  @Test
  void anOldClientGetsNoChunks() {
    RawClient client = client(StreamBody.Form.PIECES, 1, piece("Hel"), piece("lo"));
    client.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");

    RawClient.Raw head = client.read(true);

    assertThat(head.header("Transfer-Encoding")).isNull();
    assertThat(head.header("Connection")).isEqualTo("close");
    assertThat(client.read(5)).isEqualTo("Hello");
    assertThat(client.isAtEnd()).isTrue();
  }

  @Test
  void theJournalKnowsItBeforeItsFirstByteAndHowMuchWasSent() {
    HttpServer server = server(StreamBody.Form.PIECES, 1, piece("Hel"), piece("lo"));
    RawClient client = servers.client(server);
    client.send(RawClient.head("GET /a"));
    client.read(true);
    Entry entry = only(server);

    assertThat(entry.status()).isEqualTo(200);
    assertThat(entry.isStream()).isTrue();
    assertThat(entry.responseHeaders().first("Transfer-Encoding")).isEqualTo("chunked");
    chunks(client);
    await().until(() -> entry.ending() == Ending.ANSWERED);
    assertThat(entry.responseLength()).isEqualTo(5);
    assertThat(entry.responseBody()).isEmpty();
    assertThat(entry.failure()).isEmpty();
  }

  @Test
  void anItemThatFailsEndsItWithoutTheLastChunk() {
    HttpServer server =
        server(
            StreamBody.Form.PIECES,
            1,
            piece("ok"),
            computed(
                () -> {
                  throw new RenderException("no luck", null);
                }));
    RawClient client = servers.client(server);
    client.send(RawClient.head("GET /a"));
    client.read(true);

    assertThat(chunk(client)).isEqualTo("ok");
    assertThat(client.isAtEnd()).isTrue();
    Entry entry = only(server);
    await().until(() -> entry.ending() == Ending.ABORTED);
    assertThat(entry.failure()).contains("mocks.yaml:1:1: no luck");
  }

  @Test
  void aClientThatHasGoneEndsIt() {
    AtomicInteger rendered = new AtomicInteger();
    StreamItem tick = computed(() -> "tick " + rendered.incrementAndGet());
    HttpServer server = server(StreamBody.Form.PIECES, StreamBody.FOREVER, tick);
    RawClient client = servers.client(server);
    client.send(RawClient.head("GET /a"));
    client.read(true);
    assertThat(chunk(client)).isEqualTo("tick 1");
    client.reset();

    await().until(() -> only(server).ending() == Ending.ABORTED);
    int last = rendered.get();
    await().during(Duration.ofMillis(100)).until(() -> rendered.get() == last);
  }

  @Test
  void aSlowClientIsWaitedFor() {
    AtomicInteger rendered = new AtomicInteger();
    StreamItem large =
        computed(
            () -> {
              rendered.incrementAndGet();
              return "x".repeat(1 << 20);
            });
    RawClient client = client(StreamBody.Form.PIECES, 200, large);
    client.send(RawClient.head("GET /a"));
    client.read(true);
    await().until(() -> rendered.get() > 0);
    await().during(Duration.ofMillis(300)).until(() -> rendered.get() < 100);

    assertThat(chunks(client)).hasSize(200);
  }

  @Test
  void theEndOfTheServerEndsIt() {
    HttpServer server =
        server(StreamBody.Form.PIECES, StreamBody.FOREVER, piece("x"), piece("y", LONG));
    RawClient client = servers.client(server);
    client.send(RawClient.head("GET /a"));
    client.read(true);
    assertThat(chunk(client)).isEqualTo("x");
    server.close();

    assertThat(client.isAtEnd()).isTrue();
    assertThat(only(server).ending()).isEqualTo(Ending.ABORTED);
  }

  @Test
  void aThousandOpenStreamsHoldNoThread() {
    HttpServer server =
        server(StreamBody.Form.PIECES, StreamBody.FOREVER, piece("x"), piece("y", LONG));
    open(server);
    int threads = serverThreads();
    List<RawClient> clients = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      clients.add(open(server));
    }

    assertThat(clients).allSatisfy(client -> assertThat(chunk(client)).isEqualTo("x"));
    assertThat(serverThreads()).isEqualTo(threads);
  }

  private RawClient open(HttpServer server) {
    RawClient client = servers.client(server);
    client.send(RawClient.head("GET /a"));
    client.read(true);
    return client;
  }

  private static int serverThreads() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("homeport"))
            .count();
  }

  private HttpServer server(StreamBody.Form form, long rounds, StreamItem... items) {
    BodyPlan body = new StreamBody(form, List.of(items), rounds);
    return servers.server(new Mocks().withBody("GET /a", body));
  }

  private RawClient client(StreamBody.Form form, long rounds, StreamItem... items) {
    return servers.client(server(form, rounds, items));
  }

  private static Entry only(HttpServer server) {
    return server.journal().view().entries().get(0);
  }

  private static StreamItem event(String data, @Nullable Duration after) {
    return new StreamItem.Event(AT, delay(after), null, null, null, text(data));
  }

  private static StreamItem piece(String text) {
    return new StreamItem.Piece(AT, null, text(text));
  }

  private static StreamItem piece(String text, Duration after) {
    return new StreamItem.Piece(AT, delay(after), text(text));
  }

  private static StreamItem computed(Supplier<String> text) {
    Template template =
        new Template() {
          @Override
          public String value(Scope scope) {
            return text.get();
          }

          @Override
          public String text(Scope scope) {
            return text.get();
          }

          @Override
          public String source() {
            return "";
          }

          @Override
          public boolean isConstant() {
            return false;
          }
        };
    return new StreamItem.Piece(AT, null, new ItemContent.Text(template));
  }

  private static ItemContent text(String text) {
    return new ItemContent.Text(Template.constant(text));
  }

  private static @Nullable DelayPlan delay(@Nullable Duration after) {
    return after == null ? null : new DelayPlan(new Delay.Fixed(after), null, AT);
  }

  private static List<String> chunks(RawClient client) {
    List<String> chunks = new ArrayList<>();
    for (String chunk = chunk(client); !chunk.isEmpty(); chunk = chunk(client)) {
      chunks.add(chunk);
    }
    return chunks;
  }

  /** The next chunk; empty for the last. */
  private static String chunk(RawClient client) {
    int length = Integer.parseInt(client.readLine(), 16);
    String chunk = client.read(length);
    assertThat(client.readLine()).isEmpty();
    return chunk;
  }
}
