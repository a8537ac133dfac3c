package dev.homeport.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.definition.load.InvalidTextException;
import dev.homeport.definition.load.TextReader;
import dev.homeport.engine.EngineOptions;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.journal.Ending;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.route.RouteIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

  private static final String MOCKS =
      """
      GET /empty: { fault: empty }
      GET /reset: { fault: reset }
      GET /garbage: { fault: garbage }
      GET /malformed-chunk: { fault: malformed-chunk, status: 503, text: abcdef }
      GET /cut: { fault: cut, headers: { X-A: b }, text: '0123456789' }
      GET /hang: { fault: hang }
      GET /later: { fault: reset, delay: 20ms }
      GET /cut-to-nothing: { fault: cut, text: a }
      GET /chunk-alone: { fault: malformed-chunk }
      GET /long: { delay: 10m }
      GET /fast: { text: fast }
      POST /reset: { fault: reset }
      """;

  @RegisterExtension final Servers servers = new Servers();

  private HttpServer server(TextReader texts, String yaml) {
    EngineOptions options = new EngineOptions(Clock.systemUTC(), OptionalLong.of(7), null, true);
    MockEngine engine = new MockEngine(RouteIndex.compile(List.of(), false), options);
    try {
      engine.load(texts.routes("mocks.yaml", yaml));
    } catch (InvalidTextException e) {
      throw new AssertionError(e.problems().toString(), e);
    }
    ServerOptions server = Mocks.options(1 << 20, Duration.ofSeconds(60));
    return servers.opened(HttpServer.start(engine, server, texts, false, RequestLog.none()));
  }

  private HttpServer server() {
    return server(TextReader.withoutFiles(Map.of()), MOCKS);
  }

  private RawClient asking(HttpServer server, String requestLine) {
    RawClient client = servers.client(server);
    client.send(RawClient.head(requestLine));
    return client;
  }

  private static Entry ended(HttpServer server) {
    Awaitility.await()
        .until(
            () ->
                server.journal().view().entries().stream()
                        .filter(entry -> entry.ending() != Ending.PENDING)
                        .count()
                    == 1);
    return server.journal().view().entries().get(0);
  }

  @Nested
  class TheBytes {

    @Test
    void ofEmptyAreNone() {
      HttpServer server = server();

      assertThat(asking(server, "GET /empty").rest()).isEmpty();
    }

    @Test
    void ofACutThatTheRequestChoseSaySo() {
      RawClient client = servers.client(server());
      client.send(RawClient.head("GET /fast", "Prefer: fault=cut"));

      assertThat(client.rest())
          .contains("Content-Length: 4\r\n", "Preference-Applied: fault=cut\r\n")
          .endsWith("\r\n\r\nfa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /reset", "GET /later"})
    void ofAResetAreNone(String requestLine) {
      RawClient client = asking(server(), requestLine);

      assertThatThrownBy(client::rest).hasCauseInstanceOf(SocketException.class);
    }

    @Test
    void ofGarbageAreNoHttpAndRepeatWithASeed() {
      HttpServer server = server();
      String first = asking(server, "GET /garbage").rest();
      String second = asking(server, "GET /garbage").rest();
      String again = asking(server(), "GET /garbage").rest();

      assertThat(first).hasSize(512).isEqualTo(again).isNotEqualTo(second);
      assertThat(first.charAt(0)).isGreaterThan('\u007f');
    }

    @Test
    void ofAMalformedChunkBeginWell() {
      String all = asking(server(), "GET /malformed-chunk").rest();

      assertThat(all)
          .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
          .contains("\r\nTransfer-Encoding: chunked\r\n")
          .doesNotContain("Content-Length")
          .endsWith("\r\n\r\n03\r\nabc\r\nno size\r\n");
    }

    @Test
    void ofAMalformedChunkNeedNoBody() {
      assertThat(asking(server(), "GET /chunk-alone").rest())
          .startsWith("HTTP/1.1 200 OK\r\n")
          .contains("\r\nTransfer-Encoding: chunked\r\n")
          .endsWith("\r\n\r\nno size\r\n");
    }

    @Test
    void ofACutAreTheHeadAndHalfOfTheBody() {
      assertThat(asking(server(), "GET /cut").rest())
          .startsWith("HTTP/1.1 200 OK\r\n")
          .contains("\r\nX-A: b\r\n", "\r\nContent-Length: 10\r\n")
          .endsWith("\r\n\r\n01234");
    }

    @Test
    void ofACutBodyOfOneByteAreTheHead() {
      assertThat(asking(server(), "GET /cut-to-nothing").rest())
          .contains("\r\nContent-Length: 1\r\n")
          .endsWith("\r\n\r\n");
    }

    @Test
    void ofACutFileAreHalfOfIt(@TempDir Path folder) throws IOException {
      byte[] content = "0123456789".repeat(100_001).getBytes(ISO_8859_1);
      Files.write(folder.resolve("a.bin"), content);
      HttpServer server =
          server(TextReader.in(folder, Map.of()), "GET /a: { fault: cut, file: a.bin }");
      String all = asking(server, "GET /a").rest();

      assertThat(all).contains("\r\nContent-Length: 1000010\r\n");
      assertThat(all.substring(all.indexOf("\r\n\r\n") + 4))
          .isEqualTo(new String(content, 0, content.length / 2, ISO_8859_1));
    }

    @Test
    void ofAHangAreNoneUntilTheServerStops() throws InterruptedException {
      HttpServer server = server();
      RawClient client = asking(server, "GET /hang");
      assertThat(server.journal().awaitMore(0, Duration.ofSeconds(30))).isTrue();
      server.close();

      assertThat(client.isAtEnd()).isTrue();
      assertThat(ended(server).ending()).isEqualTo(Ending.ABORTED);
    }

    @Test
    void ofARequestWithABodyAreReadBefore() {
      HttpServer server = server();
      RawClient client = servers.client(server);
      client.send(RawClient.head("POST /reset", "Content-Length: 100000") + "x".repeat(100_000));

      assertThatThrownBy(client::rest).isInstanceOf(UncheckedIOException.class);
      assertThat(ended(server).bodyLength()).isEqualTo(100_000);
    }
  }

  @Nested
  class TheJournal {

    @ParameterizedTest
    @CsvSource({
      "empty, 0, 0",
      "reset, 0, 0",
      "garbage, 0, 512",
      "malformed-chunk, 503, 3",
      "cut, 200, 5"
    })
    void knowsTheFaultAndWhatLeftBefore(String fault, int status, int length) {
      HttpServer server = server();
      assertThat(asking(server, "GET /" + fault).isAtEnd()).isEqualTo(length == 0);
      Entry entry = ended(server);

      assertThat(entry.fault()).contains(fault);
      assertThat(entry.status()).isEqualTo(status);
      assertThat(entry.responseLength()).isEqualTo(length);
      assertThat(entry.responseBody()).hasSize(length);
      assertThat(entry.ending()).isEqualTo(Ending.ABORTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Prefer: fault=reset", "Cookie: homeport=fault=reset"})
    void knowsTheFaultThatARequestChose(String field) {
      HttpServer server = server();
      RawClient client = servers.client(server);
      client.send(RawClient.head("GET /fast", field));

      assertThatThrownBy(client::rest).hasCauseInstanceOf(SocketException.class);
      assertThat(ended(server).fault()).contains("reset");
      assertThat(ended(server).status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hearsWhenTheClientLeavesAHang(boolean isReset) throws InterruptedException {
      HttpServer server = server();
      RawClient client = asking(server, "GET /hang");
      assertThat(server.journal().awaitMore(0, Duration.ofSeconds(30))).isTrue();
      Entry entry = server.journal().view().entries().get(0);
      assertThat(entry.ending()).isEqualTo(Ending.PENDING);
      client.send(RawClient.head("GET /fast"));
      if (isReset) {
        client.reset();
      } else {
        client.close();
      }

      assertThat(ended(server).ending()).isEqualTo(Ending.ABORTED);
      assertThat(entry.fault()).contains("hang");
    }
  }

  @Nested
  class AClient {

    @ParameterizedTest
    @CsvSource({
      "empty, 52",
      "reset, 56",
      "garbage, 1",
      "malformed-chunk, 56",
      "cut, 18",
      "hang, 28"
    })
    void suchAsCurlNamesIt(String fault, int exitStatus) throws Exception {
      Process curl =
          new ProcessBuilder(
                  "curl", "-s", "--noproxy", "*", "--max-time", "2", server().url() + "/" + fault)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();

      assertThat(curl.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(curl.exitValue()).isEqualTo(exitStatus);
    }

    @ParameterizedTest
    @CsvSource({
      "empty, header parser received no bytes",
      "reset, Connection reset",
      "garbage, Invalid status line",
      "malformed-chunk, Illegal character in chunk size",
      "cut, 'fixed content-length: 10, bytes received: 5'"
    })
    void ofJavaNamesIt(String fault, String message) {
      URI uri = URI.create(server().url() + "/" + fault);
      HttpRequest request = HttpRequest.newBuilder(uri).build();

      assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()))
          .isInstanceOf(IOException.class)
          .hasStackTraceContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
      "empty, ECONNRESET: socket hang up",
      "reset, ECONNRESET: read ECONNRESET",
      "garbage, HPE_INVALID_CONSTANT",
      "malformed-chunk, HPE_INVALID_CHUNK_SIZE",
      "cut, ECONNRESET: aborted",
      "hang, gave up"
    })
    void ofNodeNamesIt(String fault, String message) throws Exception {
      String program =
          """
          const say = (e) => { console.log(e.code + ': ' + e.message); process.exit(0); };
          require('http').get(process.argv[1], (response) => response.on('error', say).resume())
            .on('error', say).setTimeout(2000, () => say({ message: 'gave up' }));
          """;
      Process node = node("-e", program, server().url() + "/" + fault);

      assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(new String(node.getInputStream().readAllBytes(), ISO_8859_1)).contains(message);
    }

    private static Process node(String... arguments) {
      List<String> command = new ArrayList<>(List.of("node"));
      command.addAll(List.of(arguments));
      try {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
      } catch (IOException e) {
        return Assumptions.abort("no node: " + e);
      }
    }

    @Test
    void ofJavaGivesAHangUp() {
      URI uri = URI.create(server().url() + "/hang");
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofMillis(200)).build();

      assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()))
          .isInstanceOf(HttpTimeoutException.class);
    }
  }

  @Test
  void twoThousandWaitAtOnceWithoutAThread() {
    HttpServer server = server();
    List<RawClient> waiting = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      waiting.add(asking(server, "GET /hang"));
      waiting.add(asking(server, "GET /long"));
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> server.journal().extent().entries() == 2_000);

    assertThat(servers.client(server).ask("GET /fast").body()).isEqualTo("fast");
    assertThat(server.journal().view().entries().subList(0, 2_000))
        .extracting(Entry::ending)
        .containsOnly(Ending.PENDING);
    for (int i = 0; i < waiting.size(); i += 2) {
      waiting.get(i).close();
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                server.journal().view().entries().stream()
                        .filter(entry -> entry.ending() == Ending.ABORTED)
                        .count()
                    == 1_000);
  }
}
