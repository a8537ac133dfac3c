package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.http.Headers;
import dev.homeport.server.RawClient.Raw;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestOnTheWireTest {

  @RegisterExtension final Servers servers = new Servers();

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
        servers.client(
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
    List<Headers> seen = new CopyOnWriteArrayList<>();
    servers
        .client(
            new Mocks()
                .with(
                    "GET /a",
                    request -> {
                      seen.add(request.headers());
                      return "";
                    }))
        .ask("GET /a", "X-one: 1", "X-Two: b", "X-Two: a");

    assertThat(seen.get(0).first("X-One")).isEqualTo("1");
    assertThat(seen.get(0).all("x-two")).containsExactly("b", "a");
    assertThat(seen.get(0).first("Host")).isEqualTo("localhost");
  }

  @Test
  void withAnotherHostInItsTargetIsRefused() {
    Raw raw =
        servers
            .client(new Mocks().with("GET /a", Mocks.text("")))
            .ask("GET http://localhost.evil.test/a");

    assertThat(raw.status()).isEqualTo(400);
  }

  @Test
  void comesWithItsBody() {
    Raw raw =
        servers.client(new Mocks().with("POST /a", r -> r.text())).askWithBody("POST /a", "hello");

    assertThat(raw.body()).isEqualTo("hello");
  }

  @Test
  void mayTakeItsTimeWithItsBody() {
    RawClient client = servers.client(new Mocks().with("POST /a", r -> r.text()));
    client.send(RawClient.head("POST /a", "Content-Length: 6"));
    client.send("abc");
    client.send("def");

    assertThat(client.read(false).body()).isEqualTo("abcdef");
  }

  @Test
  void mayComeInChunks() {
    RawClient client = servers.client(new Mocks().with("POST /a", r -> r.text()));
    client.send(RawClient.head("POST /a", "Transfer-Encoding: chunked"));
    client.send("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");

    assertThat(client.read(false).body()).isEqualTo("abcde");
    assertThat(client.askWithBody("POST /a", "next").body()).isEqualTo("next");
  }

  @Test
  void ofMegabytesArrivesWhole() {
    String large = "0123456789".repeat(100_000);
    Raw raw =
        servers
            .client(new Mocks().with("POST /a", r -> "" + r.text().equals(large)))
            .askWithBody("POST /a", large);

    assertThat(raw.body()).isEqualTo("true");
  }

  @Test
  void isToldToContinue() {
    RawClient client = servers.client(new Mocks().with("POST /a", r -> r.text()));
    client.send(RawClient.head("POST /a", "Content-Length: 2", "Expect: 100-continue"));

    assertThat(client.read(false).status()).isEqualTo(100);
    client.send("ok");
    assertThat(client.read(false).body()).isEqualTo("ok");
  }

  @Test
  void isNotToldToContinueWhenItsBodyIsTooLarge() {
    RawClient client =
        servers.client(servers.opened(new Mocks().with("POST /a", Mocks.text("")).start(10)));
    client.send(RawClient.head("POST /a", "Content-Length: 11", "Expect: 100-continue"));

    assertThat(client.read(false).status()).isEqualTo(413);
    assertThat(client.isAtEnd()).isTrue();
  }

  @Test
  void withTooLargeABodyIsToldTheLimit() {
    RawClient client =
        servers.client(servers.opened(new Mocks().with("POST /a", Mocks.text("")).start(10)));
    Raw raw = client.askWithBody("POST /a", "12345678901");

    assertThat(raw.status()).isEqualTo(413);
    assertThat(raw.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(raw.body()).contains("10 bytes").contains("--max-body");
    assertThat(client.askWithBody("POST /a", "1234567890").status()).isEqualTo(200);
  }

  @Test
  void inTooManyChunksIsToldTheLimit() {
    RawClient client =
        servers.client(servers.opened(new Mocks().with("POST /a", Mocks.text("")).start(10)));
    client.send(RawClient.head("POST /a", "Transfer-Encoding: chunked"));
    client.send("8\r\n12345678\r\n8\r\n12345678\r\n0\r\n\r\n");

    assertThat(client.read(false).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void mayFollowAnEmptyLine(int sentAlone) {
    RawClient client = servers.client(new Mocks().with("GET /a", Mocks.text("a")));
    String request = "\r\n" + RawClient.head("GET /a");
    client.send(request.substring(0, sentAlone));
    client.send(request.substring(sentAlone));

    assertThat(client.read(false).body()).isEqualTo("a");
    client.send(request);
    assertThat(client.read(false).body()).isEqualTo("a");
  }

  @Test
  void withBrokenChunksEndsTheConnection() {
    RawClient client = servers.client(new Mocks().with("POST /a", Mocks.text("")));
    client.send(RawClient.head("POST /a", "Transfer-Encoding: chunked") + "zz\r\nabc\r\n");

    assertThat(client.isAtEnd()).isTrue();
  }

  @Test
  void thatMayBlockIsAnsweredOnAWorkerThread() {
    AtomicReference<String> thread = new AtomicReference<>("");
    Raw raw =
        servers
            .client(
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

  @Test
  void whoseBodyStopsComingIsToldSo() {
    ServerOptions options = Mocks.options(10, Duration.ofMillis(50));
    HttpServer server = servers.opened(new Mocks().with("POST /a", Mocks.text("")).start(options));
    RawClient client = servers.client(server);
    client.send(RawClient.head("POST /a", "Content-Length: 6") + "abc");

    Raw raw = client.read(false);
    assertThat(raw.status()).isEqualTo(408);
    assertThat(raw.body()).contains("50 ms").contains("--body-timeout");
    assertThat(client.isAtEnd()).isTrue();
  }
}
