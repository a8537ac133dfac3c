package dev.homeport.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.definition.load.InvalidTextException;
import dev.homeport.definition.load.TextReader;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.journal.Ending;
import dev.homeport.engine.journal.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

  @RegisterExtension final Servers servers = new Servers();

  @TempDir Path folder;

  private HttpServer server(String yaml) {
    TextReader texts = TextReader.in(folder, Map.of());
    MockEngine engine = new Mocks().engine();
    try {
      engine.load(texts.routes("mocks.yaml", yaml));
    } catch (InvalidTextException e) {
      throw new AssertionError(e.problems().toString(), e);
    }
    ServerOptions options = Mocks.options(1 << 20, Duration.ofSeconds(60));
    return servers.opened(HttpServer.start(engine, options, texts, false, RequestLog.none()));
  }

  private static Entry only(HttpServer server) {
    return server.journal().view().entries().get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4MB/s", "{ chunks: 7, over: 50ms }", "{ chunks: 10000, over: 0 }"})
  void theWholeComesWhateverThePace(String pace) throws IOException {
    byte[] content = "0123456789".repeat(30_000).getBytes(ISO_8859_1);
    Files.write(folder.resolve("a.bin"), content);
    HttpServer server =
        server(
            "GET /file: { pace: %s, file: a.bin }\nGET /text: { pace: %s, text: '{{query.t}}' }"
                .formatted(pace, pace));
    RawClient client = servers.client(server);

    assertThat(client.ask("GET /file").body()).isEqualTo(new String(content, ISO_8859_1));
    assertThat(client.ask("GET /text?t=abcdefgh").body()).isEqualTo("abcdefgh");
    assertThat(client.ask("GET /file", "Range: bytes=10-29").body()).hasSize(20);
    assertThat(client.ask("HEAD /file").header("Content-Length")).isEqualTo("300000");
    assertThat(client.ask("GET /text").body()).isEmpty();
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(server.journal().view().entries())
                    .extracting(Entry::ending)
                    .hasSize(5)
                    .containsOnly(Ending.ANSWERED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text: abcdef", "file: a.txt"})
  void theFirstChunkComesAtOnceAndTheLastInItsTime(String body) throws IOException {
    Files.writeString(folder.resolve("a.txt"), "abcdef");
    HttpServer server = server("GET /a: { pace: { chunks: 2, over: 10m }, " + body + " }");
    RawClient client = servers.client(server);
    client.send(RawClient.head("GET /a"));

    assertThat(client.until("abc")).endsWith("\r\n\r\nabc");
    assertThat(only(server).ending()).isEqualTo(Ending.PENDING);
    server.close();
    assertThat(client.isAtEnd()).isTrue();
    assertThat(only(server).ending()).isEqualTo(Ending.ABORTED);
  }

  @Test
  void aClientThatHasLeftIsNotWrittenToAnyMore() {
    HttpServer server = server("GET /a: { pace: 100B/s, text: '{{randomText 100000}}' }");
    RawClient client = servers.client(server);
    client.send(RawClient.head("GET /a"));
    client.until("\r\n\r\n");
    client.reset();

    Awaitility.await().until(() -> only(server).ending() == Ending.ABORTED);
  }

  @Test
  void aBodyMayBeCutInTheMidstOfItsPace() {
    HttpServer server = server("GET /a: { pace: 1KB/s, fault: cut, text: 'abcdefghij' }");
    RawClient client = servers.client(server);
    client.send(RawClient.head("GET /a"));

    assertThat(client.rest()).contains("Content-Length: 10\r\n").endsWith("\r\n\r\nabcde");
  }
}
