package dev.homeport.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.definition.load.LoadedMocks;
import dev.homeport.definition.load.MocksLoader;
import dev.homeport.definition.load.TextReader;
import dev.homeport.definition.setting.Setting;
import dev.homeport.definition.setting.Settings;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.journal.Ending;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Extent;
import dev.homeport.engine.journal.Outcome;
import dev.homeport.engine.verify.Count;
import dev.homeport.engine.verify.RequestPattern;
import dev.homeport.engine.verify.Verifier;
import dev.homeport.server.RawClient.Raw;
import dev.homeport.server.wire.UnreadableHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class JournalOnTheWireTest {

  @RegisterExtension final Servers servers = new Servers();

  private final Mocks mocks =
      new Mocks()
          .with("GET /a", Mocks.reply(200, "hello", new Field("X-Mine", "1")))
          .with("POST /echo", request -> request.text())
          .withFile("GET /file", () -> "0123456789".getBytes(UTF_8));

  private static Entry only(HttpServer server) {
    List<Entry> entries = server.journal().view().entries();
    assertThat(entries).hasSize(1);
    return entries.get(0);
  }

  private static void awaitOne(HttpServer server) throws InterruptedException {
    assertThat(server.journal().awaitMore(0, Duration.ofSeconds(30))).isTrue();
  }

  private static Entry ended(HttpServer server) {
    Entry entry = only(server);
    Awaitility.await().until(() -> entry.ending() != Ending.PENDING);
    return entry;
  }

  private static String why(Entry entry) {
    assertThat(entry.outcome()).isInstanceOf(Outcome.Unmatched.class);
    return entry.outcome() instanceof Outcome.Unmatched unmatched ? unmatched.why().line() : "";
  }

  private static List<String> lines(List<Field> fields) {
    return fields.stream().map(field -> field.name() + ": " + field.value()).toList();
  }

  @Test
  void aRequestIsThereBeforeItsResponse() {
    HttpServer server = servers.server(mocks);
    RawClient client = servers.client(server);
    Verifier verifier = new Verifier(server.journal(), System::nanoTime, false);
    for (int i = 1; i <= 500; i++) {
      client.ask("GET /a");

      assertThat(verifier.verify(RequestPattern.any(), Count.times(i)).passed()).isTrue();
    }
  }

  @Test
  void itIsThereWhileItsDelayGoesOn() throws InterruptedException {
    Mocks slow = new Mocks().with("GET /slow", Mocks.text("x").after(Duration.ofMinutes(5)));
    HttpServer server = servers.server(slow);
    servers.client(server).send(RawClient.head("GET /slow"));

    awaitOne(server);
    assertThat(only(server).ending()).isEqualTo(Ending.PENDING);
    assertThat(only(server).duration()).isEmpty();
  }

  @Nested
  class WhatIsKept {

    @Test
    void isTheRequestAsItCame() {
      HttpServer server = servers.server(mocks);
      RawClient client = servers.client(server);
      client.send(
          String.join(
              "\r\n",
              "POST /echo?q=%20a HTTP/1.1",
              "hOsT: localhost",
              "X-Two: 1",
              "X-Two: 2",
              "Transfer-Encoding: chunked",
              "",
              "3",
              "abc",
              "2",
              "\u0000\u00ff",
              "0",
              "",
              ""));
      client.read(false);
      Entry entry = only(server);

      assertThat(entry.method()).isEqualTo("POST");
      assertThat(entry.target()).isEqualTo("/echo?q=%20a");
      assertThat(entry.protocol()).isEqualTo("HTTP/1.1");
      assertThat(entry.scheme()).isEqualTo("http");
      assertThat(entry.client()).isEqualTo(Addresses.FOUR);
      assertThat(entry.clientPort()).isPositive();
      assertThat(lines(entry.headers().fields()))
          .containsExactlyInAnyOrder(
              "hOsT: localhost", "X-Two: 1", "X-Two: 2", "Transfer-Encoding: chunked");
      assertThat(entry.body()).isEqualTo("abc\u0000\u00ff".getBytes(ISO_8859_1));
    }

    @Test
    void isTheResponseAsItLeft() {
      HttpServer server = servers.server(mocks);
      Raw raw = servers.client(server).ask("GET /a", "Origin: http://localhost:3000");
      Entry entry = ended(server);

      assertThat(lines(entry.responseHeaders().fields()))
          .containsExactlyInAnyOrderElementsOf(raw.headerLines())
          .contains("X-Mine: 1", "Content-Length: 5", "Vary: Origin");
      assertThat(entry.status()).isEqualTo(200);
      assertThat(entry.reason()).isEqualTo("OK");
      assertThat(entry.responseBody()).asString(UTF_8).isEqualTo("hello");
      assertThat(entry.responseLength()).isEqualTo(5);
      assertThat(entry.ending()).isEqualTo(Ending.ANSWERED);
      assertThat(entry.duration()).isPresent();
      assertThat(entry.outcome()).isInstanceOf(Outcome.ByRoute.class);
    }

    @Test
    void hasNoBodyForHead() {
      HttpServer server = servers.server(mocks);
      Raw raw = servers.client(server).ask("HEAD /a");
      Entry entry = ended(server);

      assertThat(raw.header("Content-Length")).isEqualTo("5");
      assertThat(entry.responseHeaders().first("Content-Length")).isEqualTo("5");
      assertThat(entry.responseBody()).isEmpty();
      assertThat(entry.responseLength()).isZero();
      assertThat(entry.isResponseCut()).isFalse();
      assertThat(entry.ending()).isEqualTo(Ending.ANSWERED);
    }

    @Test
    void isWhatTheWireMadeOfAFile() {
      HttpServer server = servers.server(mocks);
      RawClient client = servers.client(server);
      client.ask("GET /file");
      client.ask("GET /file", "Range: bytes=2-4");
      client.ask("GET /file", "If-None-Match: \"v1\"");
      List<Entry> entries = server.journal().view().entries();

      assertThat(entries).extracting(Entry::status).containsExactly(200, 206, 304);
      assertThat(entries).extracting(Entry::responseLength).containsExactly(10L, 3L, 0L);
      assertThat(entries).extracting(Entry::isResponseCut).containsExactly(true, true, false);
      assertThat(entries.get(1).responseHeaders().first("Content-Range")).isEqualTo("bytes 2-4/10");
    }

    @Test
    void isTheProtocolOfTheRequest() {
      HttpServer server = servers.server(mocks);
      RawClient client = servers.client(server);
      client.send("GET /a HTTP/1.0\r\n\r\n");
      client.read(false);

      assertThat(ended(server).protocol()).isEqualTo("HTTP/1.0");
      assertThat(only(server).ending()).isEqualTo(Ending.ANSWERED);
    }

    @Test
    void comesInTheOrderOfAPipeline() {
      HttpServer server = servers.server(mocks);
      RawClient client = servers.client(server);
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < 50; i++) {
        all.append(RawClient.head("GET /a?" + i));
      }
      client.send(all.toString());
      for (int i = 0; i < 50; i++) {
        client.read(false);
      }
      List<Entry> entries = server.journal().view().entries();

      for (int i = 0; i < 50; i++) {
        assertThat(entries.get(i).target()).isEqualTo("/a?" + i);
      }
      assertThat(entries).extracting(Entry::clientPort).containsOnly(entries.get(0).clientPort());
    }
  }

  @Nested
  class WithoutAMock {

    @Test
    void arePathsThatNoRouteHas() {
      HttpServer server = servers.server(mocks);
      servers.client(server).ask("GET /nowhere");

      assertThat(only(server).status()).isEqualTo(404);
      assertThat(why(only(server))).contains("/nowhere");
    }

    @Test
    void areRefusals() {
      HttpServer server = servers.opened(mocks.start(4));
      servers.client(server).askWithBody("POST /echo", "12345");
      RawClient foreign = servers.client(server);
      foreign.send("GET /a HTTP/1.1\r\nHost: evil.example\r\n\r\n");
      foreign.read(false);
      List<Entry> entries = server.journal().view().entries();

      assertThat(entries).extracting(Entry::status).containsExactly(413, 421);
      assertThat(why(entries.get(0))).isEqualTo("its body is too large");
      assertThat(why(entries.get(1))).contains("--allow-host");
      assertThat(entries.get(0).headers().first("Content-Length")).isEqualTo("5");
    }

    @Test
    void areBodiesThatStopComing() {
      HttpServer server =
          servers.opened(mocks.start(Mocks.options(1 << 20, Duration.ofMillis(50))));
      RawClient client = servers.client(server);
      client.send(RawClient.head("POST /echo", "Content-Length: 10") + "abc");
      client.read(false);

      assertThat(only(server).status()).isEqualTo(408);
      assertThat(why(only(server))).isEqualTo("its body stopped coming");
    }

    @Test
    void areBodiesThatNeverCameWhole() throws InterruptedException {
      for (boolean isReset : new boolean[] {true, false}) {
        HttpServer server = servers.server(mocks);
        RawClient client = servers.client(server);
        client.send(RawClient.head("POST /echo", "Content-Length: 10") + "abc");
        leave(client, isReset);

        awaitOne(server);
        Entry entry = ended(server);
        assertThat(entry.status()).isZero();
        assertThat(entry.target()).isEqualTo("/echo");
        assertThat(entry.ending()).isEqualTo(Ending.ABORTED);
        assertThat(why(entry)).isEqualTo("its body did not come whole");
      }
    }
  }

  @Nested
  class TheBounds {

    @TempDir Path folder;

    @Test
    void areSettings() throws IOException {
      Files.writeString(folder.resolve("homeport.yaml"), "{ journal-entries: 3, port: 0 }\n");
      Files.writeString(folder.resolve("a.yaml"), "POST /a: { text: '{{body}}' }\n");
      LoadedMocks loaded = new MocksLoader(Map.of()).load(folder);
      TextReader texts = TextReader.withoutFiles(Map.of());
      Settings bytes = new Settings(Map.of(Setting.JOURNAL_BYTES, "5000"));

      HttpServer byEntries =
          servers.opened(HttpServer.start(loaded, loaded.settings(), texts, RequestLog.none()));
      HttpServer byBytes =
          servers.opened(
              HttpServer.start(loaded, bytes.orElse(loaded.settings()), texts, RequestLog.none()));
      for (int i = 0; i < 10; i++) {
        servers.client(byEntries).askWithBody("POST /a", "x");
        servers.client(byBytes).askWithBody("POST /a", "x".repeat(1000));
      }

      assertThat(byEntries.journal().extent())
          .returns(3L, Extent::entries)
          .returns(7L, Extent::dropped);
      assertThat(byBytes.journal().extent().entries()).isBetween(1L, 2L);
      assertThat(byBytes.journal().extent().bytes()).isBetween(2000L, 5000L);
    }

    @Test
    void cutLongBodies() {
      HttpServer server = servers.opened(mocks.start(3 << 20));
      servers.client(server).askWithBody("POST /echo", "x".repeat(2 << 20));

      Entry entry = only(server);
      assertThat(entry.isBodyCut()).isTrue();
      assertThat(entry.bodyLength()).isEqualTo(2 << 20);
      assertThat(entry.body()).hasSize(1 << 20);
      assertThat(entry.isResponseCut()).isTrue();
      assertThat(entry.responseLength()).isEqualTo(2 << 20);
    }
  }

  private static void leave(RawClient client, boolean isReset) {
    if (isReset) {
      client.reset();
    } else {
      client.close();
    }
  }

  @Nested
  class WhatIsNotInIt {

    private final Queue<UnreadableHead> unreadable = new ConcurrentLinkedQueue<>();

    private final RequestLog log =
        new RequestLog() {
          @Override
          public void ended(Entry entry) {}

          @Override
          public void unreadable(UnreadableHead head) {
            unreadable.add(head);
          }
        };

    @Test
    void arePreflights() {
      HttpServer server = servers.server(mocks);
      Raw raw =
          servers
              .client(server)
              .ask(
                  "OPTIONS /a",
                  "Origin: http://localhost:3000",
                  "Access-Control-Request-Method: PUT");

      assertThat(raw.status()).isEqualTo(204);
      assertThat(server.journal().view().entries()).isEmpty();

      servers.client(server).ask("OPTIONS /a");

      assertThat(only(server).outcome()).isEqualTo(Outcome.ByServer.INSTANCE);
    }

    @Test
    void isWhatCannotBeReadButTheLogHasIt() {
      HttpServer server =
          servers.opened(mocks.start(Mocks.options(10, Duration.ofSeconds(9)), log));
      RawClient client = servers.client(server);
      client.send("GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n");
      client.read(false);

      assertThat(server.journal().view().entries()).isEmpty();
      assertThat(unreadable).extracting(UnreadableHead::requestLine).contains("GET /%zz HTTP/1.1");
    }
  }

  @Nested
  class AClientThatLeaves {

    @Test
    void duringADelayGotNoAnswer() throws InterruptedException {
      for (boolean isReset : new boolean[] {true, false}) {
        Mocks slow =
            new Mocks().with("GET /slow", Mocks.text("late").after(Duration.ofMillis(300)));
        HttpServer server = servers.server(slow);
        RawClient client = servers.client(server);
        client.send(RawClient.head("GET /slow"));
        awaitOne(server);
        leave(client, isReset);

        assertThat(ended(server).ending()).isEqualTo(Ending.ABORTED);
        assertThat(only(server).status()).isEqualTo(200);
      }
    }

    @Test
    void inTheMiddleOfABodyGotNotAllOfIt() throws InterruptedException {
      byte[] large = new byte[64 << 20];
      HttpServer server = servers.server(new Mocks().withFile("GET /large", () -> large));
      RawClient client = servers.client(server);
      client.send(RawClient.head("GET /large"));
      awaitOne(server);
      client.close();

      assertThat(ended(server).ending()).isEqualTo(Ending.ABORTED);
    }

    @Test
    void isNotOneThatOnlyEndsItsSending() {
      Mocks slow = new Mocks().with("GET /slow", Mocks.text("late").after(Duration.ofMillis(50)));
      HttpServer server = servers.server(slow);
      RawClient client = servers.client(server);
      client.send(RawClient.head("GET /slow"));
      client.endSending();

      assertThat(client.read(false).body()).isEqualTo("late");
      assertThat(ended(server).ending()).isEqualTo(Ending.ANSWERED);
    }

    @Test
    void isNotOneThatSendsTheNextRequestMeanwhile() throws InterruptedException {
      Mocks slow =
          new Mocks()
              .with("GET /slow", Mocks.text("slow").after(Duration.ofMillis(50)))
              .with("GET /next", Mocks.text("next"));
      HttpServer server = servers.server(slow);
      RawClient client = servers.client(server);
      client.send(RawClient.head("GET /slow"));
      awaitOne(server);
      client.send(RawClient.head("GET /next"));

      assertThat(client.read(false).body()).isEqualTo("slow");
      assertThat(client.read(false).body()).isEqualTo("next");
      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(server.journal().view().entries())
                      .extracting(Entry::ending)
                      .containsExactly(Ending.ANSWERED, Ending.ANSWERED));
    }

    @Test
    void isNotOneThatWantsTheConnectionToEnd() {
      HttpServer server = servers.server(mocks);
      RawClient client = servers.client(server);
      client.ask("GET /a", "Connection: close");

      assertThat(client.isAtEnd()).isTrue();
      assertThat(ended(server).ending()).isEqualTo(Ending.ANSWERED);
    }
  }
}
