package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.server.RawClient.Raw;
import dev.homeport.server.port.PortChoice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  private HttpServer server(Mocks mocks) {
    return opened(mocks.start());
  }

  private RawClient client(Mocks mocks) {
    return client(server(mocks));
  }

  private RawClient client(HttpServer server) {
    return opened(new RawClient(server.port()));
  }

  private <T extends AutoCloseable> T opened(T closeable) {
    open.add(closeable);
    return closeable;
  }

  @Nested
  class AnAnswer {

    @Test
    void hasTheBytesAndTheLengthOfTheReply() {
      Raw raw = client(new Mocks().with("GET /a", Mocks.text("höme"))).ask("GET /a");

      assertThat(raw.statusLine()).isEqualTo("HTTP/1.1 200 OK");
      assertThat(raw.header("Content-Length")).isEqualTo("5");
      assertThat(raw.header("Content-Type")).isEqualTo("text/plain");
      assertThat(raw.body())
          .isEqualTo(
              new String("höme".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    @Test
    void hasADateAndNoServer() {
      Raw raw = client(new Mocks().with("GET /a", Mocks.text("x"))).ask("GET /a");

      assertThat(raw.header("Date"))
          .matches("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
      assertThat(raw.header("Server")).isNull();
    }

    @Test
    void keepsTheAuthorsDate() {
      Field date = new Field("date", "Thu, 02 Jan 2020 03:04:05 GMT");
      Raw raw = client(new Mocks().with("GET /a", Mocks.reply(200, "x", date))).ask("GET /a");

      assertThat(raw.headerLines())
          .filteredOn(line -> line.matches("(?i)date: .*"))
          .containsExactly("date: Thu, 02 Jan 2020 03:04:05 GMT");
    }

    @Test
    void keepsTheCaseOfNamesAndTheOrderOfRepeatedFields() {
      Field[] fields = {
        new Field("x-lower", "1"), new Field("X-MiXeD", "b"), new Field("X-MiXeD", "a")
      };
      Raw raw = client(new Mocks().with("GET /a", Mocks.reply(200, "", fields))).ask("GET /a");

      assertThat(raw.headerLines())
          .contains("x-lower: 1")
          .containsSubsequence("X-MiXeD: b", "X-MiXeD: a");
    }

    @Test
    void sendsHeaderValuesInLatin1() {
      Field field = new Field("X-Name", "Zoë");
      Raw raw = client(new Mocks().with("GET /a", Mocks.reply(200, "", field))).ask("GET /a");

      assertThat(raw.header("X-Name")).isEqualTo("Zoë");
    }

    @Test
    void hasTheAuthorsReason() {
      Reply reply = new Reply(299, "Fine By Me", Headers.none(), Body.empty(), Duration.ZERO);
      Raw raw = client(new Mocks().with("GET /a", reply)).ask("GET /a");

      assertThat(raw.statusLine()).isEqualTo("HTTP/1.1 299 Fine By Me");
    }

    @Test
    void hasLengthZeroWithoutABody() {
      Raw raw = client(new Mocks().with("GET /a", Mocks.reply(404, ""))).ask("GET /a");

      assertThat(raw.header("Content-Length")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(
        value = {"204,null", "205,0", "304,null"},
        nullValues = "null")
    void hasNoBodyWhereTheStatusAllowsNone(int status, String length) {
      RawClient client =
          client(
              new Mocks()
                  .with("GET /a", Mocks.reply(status, "no"))
                  .with("GET /b", Mocks.text("next")));
      Raw raw = client.ask("GET /a");

      assertThat(raw.status()).isEqualTo(status);
      assertThat(raw.header("Content-Length")).isEqualTo(length);
      assertThat(client.ask("GET /b").body()).isEqualTo("next");
    }

    @Test
    void toHeadHasTheLengthAndNoBody() {
      RawClient client = client(new Mocks().with("GET /a", Mocks.text("12345")));
      Raw raw = client.ask("HEAD /a");

      assertThat(raw.header("Content-Length")).isEqualTo("5");
      assertThat(client.ask("GET /a").body()).isEqualTo("12345");
    }

    @Test
    void maySetItsOwnLengthOnlyRightly() {
      Field wrong = new Field("Content-Length", "99");
      Raw raw = client(new Mocks().with("GET /a", Mocks.reply(200, "ab", wrong))).ask("GET /a");

      assertThat(raw.headerLines())
          .filteredOn(line -> line.startsWith("Content-Length"))
          .containsExactly("Content-Length: 2");
    }

    @Test
    void ofMegabytesArrivesWhole() {
      String large = "0123456789".repeat(1_000_000);
      Raw raw = client(new Mocks().with("GET /a", Mocks.text(large))).ask("GET /a");

      assertThat(raw.body()).isEqualTo(large);
    }

    @Test
    void isGivenToEachPipelinedRequestInOrder() {
      RawClient client = client(new Mocks().with("GET /{n}", r -> r.rawPath()));
      client.send(RawClient.head("GET /1") + RawClient.head("GET /2") + RawClient.head("GET /3"));

      assertThat(
              List.of(
                  client.read(false).body(), client.read(false).body(), client.read(false).body()))
          .containsExactly("/1", "/2", "/3");
    }

    @Test
    void onHttp10ClosesTheConnection() {
      RawClient client = client(new Mocks().with("GET /a", Mocks.text("x")));
      client.send("GET /a HTTP/1.0\r\n\r\n");

      assertThat(client.read(false).header("Connection")).isEqualTo("close");
      assertThat(client.isAtEnd()).isTrue();
    }

    @Test
    void closesTheConnectionIfAsked() {
      RawClient client = client(new Mocks().with("GET /a", Mocks.text("x")));

      assertThat(client.ask("GET /a", "Connection: close").header("Connection")).isEqualTo("close");
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  @Nested
  class ARequest {

    @ParameterizedTest
    @CsvSource({
      "/a%2Fb?x=1&y, /a%2Fb?x=1&y",
      "//a/./b?q?, //a/./b?q?",
      "/a;v=1, /a;v=1",
      "/{x}|<y>, /{x}|<y>",
      "/\u00c3\u00a9?q=\u00c3\u00a9, /%C3%A9?q=%C3%A9",
      "http://localhost/p?x, /p?x",
      "http://localhost, /",
    })
    void hasItsTargetRaw(String sent, String target) {
      AtomicReference<String> seen = new AtomicReference<>();
      RawClient client =
          client(
              new Mocks()
                  .with(
                      "GET /{*rest}",
                      request -> {
                        seen.set(request.target());
                        return "";
                      }));
      Raw raw = client.ask("GET " + sent);

      assertThat(raw.status()).isEqualTo(200);
      assertThat(seen.get()).isEqualTo(target);
    }

    @Test
    void hasAllItsFields() {
      AtomicReference<Headers> seen = new AtomicReference<>(Headers.none());
      client(
              new Mocks()
                  .with(
                      "GET /a",
                      request -> {
                        seen.set(request.headers());
                        return "";
                      }))
          .ask("GET /a", "X-one: 1", "X-Two: b", "X-Two: a");

      assertThat(seen.get().first("X-One")).isEqualTo("1");
      assertThat(seen.get().all("x-two")).containsExactly("b", "a");
      assertThat(seen.get().first("Host")).isEqualTo("localhost");
    }

    @Test
    void withAnotherHostInItsTargetIsRefused() {
      Raw raw =
          client(new Mocks().with("GET /a", Mocks.text("")))
              .ask("GET http://localhost.evil.test/a");

      assertThat(raw.status()).isEqualTo(400);
    }

    @Test
    void comesWithItsBody() {
      Raw raw = client(new Mocks().with("POST /a", r -> r.text())).askWithBody("POST /a", "hello");

      assertThat(raw.body()).isEqualTo("hello");
    }

    @Test
    void mayTakeItsTimeWithItsBody() {
      RawClient client = client(new Mocks().with("POST /a", r -> r.text()));
      client.send(RawClient.head("POST /a", "Content-Length: 6"));
      client.send("abc");
      client.send("def");

      assertThat(client.read(false).body()).isEqualTo("abcdef");
    }

    @Test
    void mayComeInChunks() {
      RawClient client = client(new Mocks().with("POST /a", r -> r.text()));
      client.send(RawClient.head("POST /a", "Transfer-Encoding: chunked"));
      client.send("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");

      assertThat(client.read(false).body()).isEqualTo("abcde");
      assertThat(client.askWithBody("POST /a", "next").body()).isEqualTo("next");
    }

    @Test
    void ofMegabytesArrivesWhole() {
      String large = "0123456789".repeat(100_000);
      Raw raw =
          client(new Mocks().with("POST /a", r -> "" + r.text().equals(large)))
              .askWithBody("POST /a", large);

      assertThat(raw.body()).isEqualTo("true");
    }

    @Test
    void isToldToContinue() {
      RawClient client = client(new Mocks().with("POST /a", r -> r.text()));
      client.send(RawClient.head("POST /a", "Content-Length: 2", "Expect: 100-continue"));

      assertThat(client.read(false).status()).isEqualTo(100);
      client.send("ok");
      assertThat(client.read(false).body()).isEqualTo("ok");
    }

    @Test
    void isNotToldToContinueWhenItsBodyIsTooLarge() {
      RawClient client = client(opened(new Mocks().with("POST /a", Mocks.text("")).start(10)));
      client.send(RawClient.head("POST /a", "Content-Length: 11", "Expect: 100-continue"));

      assertThat(client.read(false).status()).isEqualTo(413);
      assertThat(client.isAtEnd()).isTrue();
    }

    @Test
    void withTooLargeABodyIsToldTheLimit() {
      RawClient client = client(opened(new Mocks().with("POST /a", Mocks.text("")).start(10)));
      Raw raw = client.askWithBody("POST /a", "12345678901");

      assertThat(raw.status()).isEqualTo(413);
      assertThat(raw.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(raw.body()).contains("10 bytes").contains("--max-body");
      assertThat(client.askWithBody("POST /a", "1234567890").status()).isEqualTo(200);
    }

    @Test
    void inTooManyChunksIsToldTheLimit() {
      RawClient client = client(opened(new Mocks().with("POST /a", Mocks.text("")).start(10)));
      client.send(RawClient.head("POST /a", "Transfer-Encoding: chunked"));
      client.send("8\r\n12345678\r\n8\r\n12345678\r\n0\r\n\r\n");

      assertThat(client.read(false).status()).isEqualTo(413);
    }

    @Test
    void withBrokenChunksEndsTheConnection() {
      RawClient client = client(new Mocks().with("POST /a", Mocks.text("")));
      client.send(RawClient.head("POST /a", "Transfer-Encoding: chunked") + "zz\r\nabc\r\n");

      assertThat(client.isAtEnd()).isTrue();
    }

    @Test
    void thatMayBlockIsAnsweredOnAWorkerThread() {
      AtomicReference<String> thread = new AtomicReference<>("");
      Raw raw =
          client(
                  new Mocks()
                      .withFile(
                          "POST /a",
                          () -> {
                            thread.set(Thread.currentThread().getName());
                            return new byte[] {'x'};
                          }))
              .askWithBody("POST /a", "hello");

      assertThat(raw.body()).isEqualTo("x");
      assertThat(thread.get()).startsWith("homeport").contains("task");
    }
  }

  @Nested
  class Cors {

    private static final String ORIGIN = "Origin: http://localhost:3000";

    @Test
    void answersAPreflightForAnyPath() {
      Raw raw =
          client(new Mocks()).ask("OPTIONS /none", ORIGIN, "Access-Control-Request-Method: PUT");

      assertThat(raw.status()).isEqualTo(204);
      assertThat(raw.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
      assertThat(raw.header("Access-Control-Allow-Methods")).isEqualTo("PUT");
    }

    @Test
    void isOnEveryAnswer() {
      Raw raw = client(new Mocks()).ask("GET /none", ORIGIN);

      assertThat(raw.status()).isEqualTo(404);
      assertThat(raw.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
      assertThat(raw.header("Access-Control-Allow-Credentials")).isEqualTo("true");
      assertThat(raw.header("Vary")).isEqualTo("Origin");
    }

    @Test
    void leavesOtherOriginsOut() {
      Raw raw = client(new Mocks()).ask("GET /none", "Origin: https://evil.test");

      assertThat(raw.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void exposesWhatTheWireAdds() {
      Raw raw = client(new Mocks().withFile("GET /f", () -> new byte[3])).ask("GET /f", ORIGIN);

      assertThat(raw.header("Access-Control-Expose-Headers")).contains("ETag");
    }
  }

  @Nested
  class ADelay {

    @Test
    void isWaitedForWithoutAThread() {
      Duration delay = Duration.ofMillis(150);
      HttpServer server =
          server(
              new Mocks()
                  .with("GET /slow", Mocks.text("slow").after(delay))
                  .with("GET /fast", Mocks.text("fast")));
      List<RawClient> waiting = new ArrayList<>();
      long before = System.nanoTime();
      for (int i = 0; i < 100; i++) {
        RawClient client = client(server);
        client.send(RawClient.head("GET /slow"));
        waiting.add(client);
      }

      assertThat(client(server).ask("GET /fast").body()).isEqualTo("fast");
      for (RawClient client : waiting) {
        assertThat(client.read(false).body()).isEqualTo("slow");
      }
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(delay);
    }
  }

  @Nested
  class AFile {

    private static final byte[] ALPHABET =
        "abcdefghijklmnopqrstuvwxyz".getBytes(StandardCharsets.US_ASCII);

    private final Mocks mocks =
        new Mocks().withFile("GET /f", () -> ALPHABET, new Field("Content-Type", "text/plain"));

    @Test
    void isSentWithItsValidators() {
      Raw raw = client(mocks).ask("GET /f");

      assertThat(raw.body()).isEqualTo("abcdefghijklmnopqrstuvwxyz");
      assertThat(raw.header("ETag")).isEqualTo("\"v1\"");
      assertThat(raw.header("Last-Modified")).isEqualTo("Thu, 02 Jan 2020 03:04:05 GMT");
      assertThat(raw.header("Accept-Ranges")).isEqualTo("bytes");
      assertThat(raw.header("Content-Length")).isEqualTo("26");
    }

    @Test
    void isSentInPart() {
      Raw raw = client(mocks).ask("GET /f", "Range: bytes=2-4");

      assertThat(raw.status()).isEqualTo(206);
      assertThat(raw.header("Content-Range")).isEqualTo("bytes 2-4/26");
      assertThat(raw.body()).isEqualTo("cde");
    }

    @Test
    void isSentInParts() {
      Raw raw = client(mocks).ask("GET /f", "Range: bytes=0-1,-2");
      String type = raw.header("Content-Type");

      assertThat(raw.status()).isEqualTo(206);
      assertThat(type).startsWith("multipart/byteranges; boundary=");
      String line = "\r\n--" + type.substring(type.indexOf('=') + 1);
      assertThat(raw.body())
          .isEqualTo(
              line
                  + "\r\nContent-Type: text/plain\r\nContent-Range: bytes 0-1/26\r\n\r\nab"
                  + line
                  + "\r\nContent-Type: text/plain\r\nContent-Range: bytes 24-25/26\r\n\r\nyz"
                  + line
                  + "--\r\n");
    }

    @Test
    void hasNoBytesBeyondItsEnd() {
      Raw raw = client(mocks).ask("GET /f", "Range: bytes=26-");

      assertThat(raw.status()).isEqualTo(416);
      assertThat(raw.header("Content-Range")).isEqualTo("bytes */26");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "If-None-Match: \"v1\"",
          "If-None-Match: \"x\", W/\"v1\"",
          "If-None-Match: *",
          "If-Modified-Since: Thu, 02 Jan 2020 03:04:05 GMT",
          "If-Modified-Since: Thursday, 02-Jan-20 03:04:05 GMT",
          "If-Modified-Since: Thu Jan  2 03:04:05 2020"
        })
    void isNotSentAgain(String condition) {
      RawClient client = client(mocks);
      Raw raw = client.ask("GET /f", condition);

      assertThat(raw.status()).isEqualTo(304);
      assertThat(raw.header("ETag")).isEqualTo("\"v1\"");
      assertThat(raw.header("Content-Type")).isNull();
      assertThat(client.ask("HEAD /f", condition).status()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "If-Match: \"x\"",
          "If-Match: W/\"v1\"",
          "If-Unmodified-Since: Thu, 02 Jan 2020 03:04:04 GMT"
        })
    void thatIsAnotherFailsThePrecondition(String condition) {
      assertThat(client(mocks).ask("GET /f", condition).status()).isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "If-Range: \"v1\" | 206",
          "If-Range: \"x\" | 200",
          "If-Range: W/\"v1\" | 200",
          "If-Range: Thu, 02 Jan 2020 03:04:05 GMT | 206",
          "If-Range: never | 200"
        })
    void isSentInPartOnlyIfItIsTheSame(String ifRange, int status) {
      Raw raw = client(mocks).ask("GET /f", "Range: bytes=0-0", ifRange);

      assertThat(raw.status()).isEqualTo(status);
    }

    @Test
    void ofMegabytesArrivesWhole() {
      byte[] large = "0123456789".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
      Raw raw = client(new Mocks().withFile("GET /f", () -> large)).ask("GET /f");

      assertThat(raw.body()).isEqualTo(new String(large, StandardCharsets.US_ASCII));
    }

    @Test
    void thatIsEmptyIsSentEmpty() {
      Raw raw = client(new Mocks().withFile("GET /f", () -> new byte[0])).ask("GET /f");

      assertThat(raw.header("Content-Length")).isEqualTo("0");
    }

    @Test
    void keepsTheAuthorsEtag() {
      RawClient client =
          client(new Mocks().withFile("GET /f", () -> ALPHABET, new Field("ETag", "\"mine\"")));

      assertThat(client.ask("GET /f").headerLines())
          .filteredOn(line -> line.startsWith("ETag"))
          .containsExactly("ETag: \"mine\"");
      assertThat(client.ask("GET /f", "If-None-Match: \"mine\"").status()).isEqualTo(304);
    }
  }

  @Nested
  class AnAuthorsEtag {

    private final Mocks mocks =
        new Mocks()
            .with("GET /a", Mocks.reply(200, "x", new Field("etag", "\"a,b\"")))
            .with("GET /b", Mocks.reply(404, "x", new Field("ETag", "\"a\"")));

    @Test
    void isEnoughForNotModified() {
      RawClient client = client(mocks);

      assertThat(client.ask("GET /a", "If-None-Match: \"x\", \"a,b\"").status()).isEqualTo(304);
      assertThat(client.ask("GET /a", "If-None-Match: \"a\"").status()).isEqualTo(200);
    }

    @Test
    void saysNothingOfAnError() {
      assertThat(client(mocks).ask("GET /b", "If-None-Match: \"a\"").status()).isEqualTo(404);
    }
  }

  @Nested
  class Listening {

    @Test
    void isOnBothFamilies() throws IOException {
      assumeThat(InetAddress.getByName("::1")).matches(HttpServerTest::exists);
      HttpServer server = server(new Mocks().with("GET /a", Mocks.text("x")));

      assertThat(opened(new RawClient("127.0.0.1", server.port())).ask("GET /a").body())
          .isEqualTo("x");
      assertThat(opened(new RawClient("::1", server.port())).ask("GET /a").body()).isEqualTo("x");
    }

    @Test
    void saysItsUrl() {
      HttpServer server = server(new Mocks());

      assertThat(server.url()).isEqualTo("http://127.0.0.1:" + server.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void refusesAPortThatIsTaken(String address) throws IOException {
      assumeThat(InetAddress.getByName(address)).matches(HttpServerTest::exists);
      try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getByName(address))) {
        PortChoice port = new PortChoice(OptionalInt.of(holder.getLocalPort()));

        assertThatThrownBy(
                () -> HttpServer.start(new Mocks().engine(), new ServerOptions("", port, 1)))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("port " + holder.getLocalPort() + " is taken")
            .hasMessageContaining("--port");
      }
    }

    @Test
    void mayBeOnOneAddressOnly() {
      PortChoice any = new PortChoice(OptionalInt.of(0));
      HttpServer server =
          opened(HttpServer.start(new Mocks().engine(), new ServerOptions("0.0.0.0", any, 1)));

      assertThat(server.url()).isEqualTo("http://127.0.0.1:" + server.port());
      assertThat(client(server).ask("GET /").status()).isEqualTo(404);
    }
  }

  @Nested
  class Closing {

    @Test
    void endsIdleConnections() {
      HttpServer server = server(new Mocks());
      RawClient client = client(server);
      client.ask("GET /a");
      server.close();

      assertThat(client.isAtEnd()).isTrue();
    }

    @Test
    void freesThePort() throws IOException {
      HttpServer server = server(new Mocks());
      server.close();

      try (ServerSocket again =
          new ServerSocket(server.port(), 1, InetAddress.getByName("127.0.0.1"))) {
        assertThat(again.isBound()).isTrue();
      }
    }

    @Test
    void letsARunningAnswerFinish() throws InterruptedException {
      CountDownLatch begun = new CountDownLatch(1);
      HttpServer server =
          server(
              new Mocks()
                  .with(
                      "GET /a",
                      Duration.ofMillis(100),
                      any -> {
                        begun.countDown();
                        return "late";
                      }));
      RawClient client = client(server);
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
          server(
              new Mocks()
                  .with(
                      "GET /a",
                      Duration.ofMinutes(5),
                      any -> {
                        begun.countDown();
                        return "never";
                      }));
      RawClient client = client(server);
      client.send(RawClient.head("GET /a"));
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      server.close();

      assertThat(client.isAtEnd()).isTrue();
    }

    @Test
    void mayHappenTwice() {
      HttpServer server = server(new Mocks());
      server.close();
      server.close();

      assertThat(server.port()).isPositive();
    }
  }

  private static boolean exists(InetAddress address) {
    try (ServerSocket probe = new ServerSocket(0, 1, address)) {
      return probe.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
