package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.definition.load.InvalidTextException;
import dev.homeport.definition.load.TextReader;
import dev.homeport.engine.answer.ForwardedExchange;
import dev.homeport.engine.journal.Ending;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.OutboundResult;
import dev.homeport.server.RawClient.Raw;
import dev.homeport.server.Upstream.Asked;
import dev.homeport.server.guard.Cors;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ForwardTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final Forwards FORWARDS = Forwards.toThisMachine();

  @RegisterExtension final Servers servers = new Servers();

  private Upstream upstream(Upstream.Answer answer) {
    return servers.opened(new Upstream(answer));
  }

  private Upstream upstream(String response) {
    return servers.opened(Upstream.saying(response));
  }

  private HttpServer all(Upstream upstream) {
    return server("ANY /{*path}: { proxy: '" + upstream.url() + "' }");
  }

  private HttpServer server(String yaml) {
    return servers.opened(FORWARDS.start(yaml));
  }

  private static Entry only(HttpServer server) {
    await().until(() -> !server.journal().view().entries().isEmpty());
    return server.journal().view().entries().get(0);
  }

  @Nested
  class TheRequest {

    @Test
    void itsTargetIsSentAsItCame() throws Exception {
      Upstream upstream = upstream(OK);
      RawClient client = servers.client(all(upstream));

      client.ask("GET /a%2Fb/%7Ec/{x}|y?q=%20+&&q=ä");

      assertThat(upstream.next().line()).isEqualTo("GET /a%2Fb/%7Ec/{x}|y?q=%20+&&q=%E4 HTTP/1.1");
    }

    @Test
    void itsPathFollowsThatOfTheUrl() throws Exception {
      Upstream upstream = upstream(OK);
      String to = upstream.url() + "/v1/";
      RawClient client =
          servers.client(
              server("GET /api/{*rest}: { proxy: { to: '" + to + "', stripPrefix: /api } }"));

      client.ask("GET /api/users?page=2");

      assertThat(upstream.next().line()).isEqualTo("GET /v1/users?page=2 HTTP/1.1");
    }

    @Test
    void whatBelongsToTheConnectionStaysBehind() throws Exception {
      Upstream upstream = upstream(OK);
      RawClient client = servers.client(all(upstream));

      client.ask(
          "GET /",
          "Connection: keep-alive, X-Mine",
          "X-Mine: 1",
          "Keep-Alive: timeout=5",
          "TE: trailers",
          "Upgrade: h2c",
          "HTTP2-Settings: AAMAAABkAAQAAP__",
          "Proxy-Authorization: Basic eDp5",
          "Proxy-Connection: keep-alive",
          "Accept-Encoding: br, gzip",
          "X-many: a",
          "X-many: b");

      Asked asked = upstream.next();
      assertThat(asked.head().subList(1, asked.head().size() - 1))
          .containsExactlyInAnyOrder(
              "Host: 127.0.0.1:" + upstream.port(),
              "Accept-Encoding: br, gzip",
              "X-many: a",
              "X-many: b");
      assertThat(asked.all("Via").get(0)).matches("1\\.1 homeport-[0-9a-f]{1,8}");
    }

    @Test
    void itsBodyIsSentWithItsLength() throws Exception {
      Upstream upstream = upstream(OK);
      RawClient client = servers.client(all(upstream));

      client.send(RawClient.head("POST /", "Transfer-Encoding: chunked") + "3\r\nabc\r\n0\r\n\r\n");
      client.read(false);
      client.askWithBody("PUT /", "");

      Asked chunked = upstream.next();
      assertThat(chunked.body()).isEqualTo("abc");
      assertThat(chunked.all("Content-Length")).containsExactly("3");
      assertThat(chunked.all("Transfer-Encoding")).isEmpty();
      assertThat(upstream.next().all("Content-Length")).containsExactly("0");
    }

    @Test
    void itsBodyKeepsItsContentCoding() throws Exception {
      Upstream upstream = upstream(OK);
      RawClient client = servers.client(all(upstream));
      // an empty stream of deflate
      String body = "x\u009c\u0003\0\0\0\0\u0001";

      client.send(
          RawClient.head("POST /", "Content-Encoding: deflate", "Content-Length: 8") + body);
      client.read(false);

      Asked asked = upstream.next();
      assertThat(asked.body()).isEqualTo(body);
      assertThat(asked.all("Content-Encoding")).containsExactly("deflate");
    }

    @Test
    void aClientThatWaitsForContinueGetsItFromUs() throws Exception {
      Upstream upstream = upstream(OK);
      RawClient client = servers.client(all(upstream));

      client.send(RawClient.head("POST /", "Expect: 100-continue", "Content-Length: 1"));
      assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
      client.send("x");

      assertThat(client.read(false).body()).isEqualTo("ok");
      assertThat(upstream.next().all("Expect")).isEmpty();
    }

    @Test
    void headersAreReplacedAddedAndRemoved() throws Exception {
      Upstream upstream = upstream(OK);
      RawClient client =
          servers.client(
              server(
                  """
                  GET /{id}:
                    proxy:
                      to: '%s'
                      removeHeaders: [cookie]
                      headers:
                        Host: api.test
                        Authorization: Bearer {{path.id}}
                        X-Empty: "{{query.none}}"
                        X-Two: [a, b]
                  """
                      .formatted(upstream.url())));

      client.ask("GET /7", "Cookie: a=b", "authorization: mine", "X-Empty: 1");

      Asked asked = upstream.next();
      assertThat(asked.all("Host")).containsExactly("api.test");
      assertThat(asked.all("Cookie")).isEmpty();
      assertThat(asked.all("Authorization")).containsExactly("Bearer 7");
      assertThat(asked.all("X-Empty")).isEmpty();
      assertThat(asked.all("X-Two")).containsExactly("a", "b");
    }

    @Test
    void oneForAWebSocketIsNotSentOn() {
      Raw answer =
          servers
              .client(server("ANY /{*path}: { proxy: 'http://127.0.0.1:1' }"))
              .ask("GET /chat", "Connection: Upgrade", "Upgrade: websocket");

      assertThat(answer.status()).isEqualTo(501);
      assertThat(answer.body()).contains("no WebSocket is", "a route WS /chat");
    }

    @Test
    void oneThatComesBackIsALoop() {
      HttpServer server = server("GET /: { text: x }");
      load(server, "ANY /a: { proxy: '" + server.url() + "' }");

      Raw answer = servers.client(server).ask("GET /a");

      assertThat(answer.status()).isEqualTo(508);
      assertThat(answer.body()).contains("Forwarded in a loop", "mocks.yaml:1:18");
    }
  }

  @Nested
  class TheAnswer {

    @Test
    void itComesAsItWasSent() {
      Upstream upstream =
          upstream(
              lines(
                  "HTTP/1.1 418 Tea time",
                  "server: them",
                  "Date: Mon, 01 Jan 2001 00:00:00 GMT",
                  "Set-Cookie: a=1; Domain=api.test",
                  "Set-Cookie: b=2",
                  "Content-Length: 3",
                  "Content-Encoding: br",
                  "ETag: \"1\"",
                  "",
                  "\u00ffab"));
      HttpServer server = all(upstream);

      Raw answer = servers.client(server).ask("GET /x");

      assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 418 Tea time");
      assertThat(answer.headerLines())
          .containsExactlyInAnyOrder(
              "server: them",
              "Date: Mon, 01 Jan 2001 00:00:00 GMT",
              "Set-Cookie: a=1; Domain=api.test",
              "Set-Cookie: b=2",
              "Content-Length: 3",
              "Content-Encoding: br",
              "ETag: \"1\"",
              "Vary: Origin");
      assertThat(answer.body()).isEqualTo("\u00ffab");
    }

    @Test
    void chunksAreChunksAndInterimAnswersArePassedOver() {
      Upstream upstream =
          upstream(
              lines(
                  "HTTP/1.1 103 Early Hints",
                  "Link: </a>",
                  "",
                  "HTTP/1.1 100 Continue",
                  "",
                  "HTTP/1.1 200 OK",
                  "Transfer-Encoding: Chunked",
                  "Trailer: X-T",
                  "Connection: X-Hop",
                  "X-Hop: 1",
                  "Keep-Alive: timeout=5",
                  "",
                  "5;a=b",
                  "hello",
                  "06",
                  " world",
                  "0",
                  "X-T: 1",
                  "",
                  ""));
      RawClient client = servers.client(all(upstream));

      for (int i = 0; i < 2; i++) {
        client.send(RawClient.head("GET /"));
        Raw head = client.read(true);
        assertThat(head.headerLines())
            .contains("Transfer-Encoding: chunked")
            .noneMatch(line -> line.matches("(?i)(trailer|x-hop|keep-alive|connection|link):.*"));
        assertThat(client.until("0\r\n\r\n").replaceAll("(^|\r\n)[0-9a-f]+\r\n", ""))
            .isEqualTo("hello world\r\n");
      }
      assertThat(upstream.connections()).isEqualTo(1);
    }

    @Test
    void oneWithoutFramingEndsWithItsConnection() {
      Upstream upstream =
          upstream(
              (asked, socket) -> {
                Upstream.write(socket, "HTTP/1.1 200 OK\nX: 1\n\nall of it");
                socket.close();
              });
      RawClient client = servers.client(all(upstream));

      client.send(RawClient.head("GET /"));

      assertThat(client.read(true).header("X")).isEqualTo("1");
      assertThat(client.until("0\r\n\r\n")).isEqualTo("09\r\nall of it\r\n0\r\n\r\n");
    }

    @Test
    void bodilessOnesLeaveTheConnectionAsItWas() {
      Upstream upstream =
          upstream(
              (asked, socket) -> {
                String status = asked.line().contains("304") ? "304 Not Modified" : "204 None";
                boolean isHead = asked.line().startsWith("HEAD");
                String length = status.startsWith("204") && !isHead ? "" : "Content-Length: 10\r\n";
                Upstream.write(
                    socket, "HTTP/1.1 " + (isHead ? "200 OK" : status) + "\r\n" + length + "\r\n");
              });
      RawClient client = servers.client(all(upstream));

      assertThat(client.ask("HEAD /").header("Content-Length")).isEqualTo("10");
      assertThat(client.ask("GET /204").headerLines())
          .noneMatch(line -> line.matches("(Content-Length|Transfer-Encoding).*"));
      client.send(RawClient.head("GET /304"));
      assertThat(client.read(true).status()).isEqualTo(304);
      assertThat(client.ask("HEAD /").status()).isEqualTo(200);
      assertThat(upstream.connections()).isEqualTo(1);
    }

    @Test
    void whatTheRouteSaysComesBeforeWhatTheOtherServerSays() {
      Upstream upstream =
          upstream(
              "HTTP/1.1 200 OK\r\ncache-control: no-store\r\nSet-Cookie: theirs=1\r\n"
                  + "Content-Length: 2\r\n\r\nok");
      HttpServer server =
          server(
              """
              GET /:
                proxy: '%s'
                headers: { Cache-Control: max-age=1 }
                cookies: { ours: 1 }
              """
                  .formatted(upstream.url()));

      assertThat(servers.client(server).ask("GET /").headerLines())
          .contains("Cache-Control: max-age=1", "Set-Cookie: theirs=1", "Set-Cookie: ours=1")
          .doesNotContain("cache-control: no-store");
    }

    @Test
    void redirectsToTheOtherServerLeadHere() {
      HttpServer[] server = new HttpServer[1];
      Upstream upstream =
          upstream(
              (asked, socket) -> {
                String place = asked.line().split("[ ?]", -1)[2];
                Upstream.write(
                    socket,
                    "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + place + "\r\n\r\n");
              });
      server[0] =
          server(
              "GET /api/{*x}: { proxy: { to: '" + upstream.url() + "/v1', stripPrefix: /api } }");
      RawClient client = servers.client(server[0]);

      assertThat(location(client, upstream.url() + "/v1/login"))
          .isEqualTo("http://localhost/api/login");
      assertThat(location(client, upstream.url() + "/v1")).isEqualTo("http://localhost/api/");
      assertThat(location(client, "/v1/login")).isEqualTo("/api/login");
      assertThat(location(client, "/elsewhere")).isEqualTo("/elsewhere");
      assertThat(location(client, upstream.url() + "/v10")).isEqualTo(upstream.url() + "/v10");
      assertThat(location(client, "https://login.test/x")).isEqualTo("https://login.test/x");
      assertThat(location(client, "login")).isEqualTo("login");
    }

    @Test
    void linksToTheOtherServerLeadHere() {
      Upstream upstream =
          upstream(
              (asked, socket) -> {
                String next = "http://" + asked.all("Host").get(0) + "/v1/items?page=2";
                Upstream.write(
                    socket,
                    "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nLink: <"
                        + next
                        + ">; rel=next, <https://other.test/>; rel=help\r\n\r\n");
              });
      HttpServer server =
          server(
              "GET /api/{*x}: { proxy: { to: '" + upstream.url() + "/v1', stripPrefix: /api } }");

      assertThat(servers.client(server).ask("GET /api/items").header("Link"))
          .isEqualTo(
              "<http://localhost/api/items?page=2>; rel=next, <https://other.test/>; rel=help");
    }

    private String location(RawClient client, String place) {
      return String.valueOf(client.ask("GET /api/x?" + place).header("Location"));
    }

    @Test
    void pagesReadItByOurRulesAlone() {
      Upstream upstream =
          upstream(
              lines(
                  "HTTP/1.1 200 OK",
                  "access-control-allow-origin: https://app.test",
                  "Access-Control-Allow-Credentials: true",
                  "Vary: Accept, Origin",
                  "Content-Length: 2",
                  "",
                  "ok"));
      String yaml = "GET /: { proxy: '" + upstream.url() + "' }";

      assertThat(
              servers
                  .client(server(yaml))
                  .ask("GET /", "Origin: http://localhost:5173")
                  .headerLines())
          .contains("Access-Control-Allow-Origin: http://localhost:5173", "Vary: Accept, Origin")
          .doesNotContain("Vary: Origin", "access-control-allow-origin: https://app.test");
      HttpServer without = servers.opened(FORWARDS.with(Cors.of(List.of("none"))).start(yaml));
      assertThat(
              servers.client(without).ask("GET /", "Origin: http://localhost:5173").headerLines())
          .contains("access-control-allow-origin: https://app.test");
    }

    @Test
    void delayPaceAndFaultAreThoseOfTheRoute() throws Exception {
      Upstream upstream = upstream("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabcd");
      HttpServer server =
          server(
              """
              GET /cut: { proxy: '%1$s', fault: cut }
              GET /slow: { proxy: '%1$s', delay: 20ms, pace: 100B/s }
              GET /reset: { fault: reset, delay: 10ms }
              """
                  .formatted(upstream.url()));

      RawClient cut = servers.client(server);
      cut.send(RawClient.head("GET /cut"));
      assertThat(cut.rest()).contains("Content-Length: 4\r\n").endsWith("\r\n\r\nab");
      assertThat(servers.client(server).ask("GET /slow").body()).isEqualTo("abcd");
      assertThat(server.journal().view().entries().get(0).fault()).contains("cut");
    }
  }

  @Nested
  class WhichRoute {

    @Test
    void whatNoRouteAnswersIsForwarded() throws Exception {
      Upstream upstream = upstream(OK);
      RawClient client =
          servers.client(
              server(
                  """
                  GET /users: { text: ours }
                  POST /users: { when: { json: { name: x } }, text: ours }
                  ANY /{*path}: { proxy: '%s' }
                  """
                      .formatted(upstream.url())));

      assertThat(client.ask("GET /users").body()).isEqualTo("ours");
      assertThat(client.ask("DELETE /users").body()).isEqualTo("ok");
      assertThat(client.askWithBody("POST /users", "{}").body()).isEqualTo("ok");
      assertThat(client.ask("GET /").body()).isEqualTo("ok");
    }
  }

  @Nested
  class Trouble {

    @Test
    void whatIsNotAllowedIsNotCalled() {
      Upstream upstream = upstream(OK);
      HttpServer server =
          servers.opened(
              FORWARDS
                  .allowing("api.example.com")
                  .start("GET /: { proxy: '" + upstream.url() + "' }"));

      Raw answer = servers.client(server).ask("GET /");

      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.body())
          .contains(
              "Outbound call not allowed",
              "(mocks.yaml:1:17)",
              "--allow-outbound 127.0.0.1:" + upstream.port());
      assertThat(upstream.wasAsked()).isFalse();
      assertThat(only(server).forwarded().orElseThrow().failure())
          .isEqualTo("calls to 127.0.0.1:" + upstream.port() + " are not allowed");
    }

    @Test
    void whoIsNotThereIsNamed() throws IOException {
      Upstream gone = upstream(OK);
      gone.close();

      Raw answer = servers.client(all(gone)).ask("GET /");

      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.body()).contains("127.0.0.1:" + gone.port() + " refuses connections");
    }

    @Test
    void whoNeverAnswersIsTooLate() throws InterruptedException {
      CountDownLatch closed = new CountDownLatch(1);
      Upstream upstream = upstream((asked, socket) -> awaitEnd(socket, closed));
      HttpServer server =
          servers.opened(
              FORWARDS
                  .within(Duration.ofSeconds(10), Duration.ofMillis(50))
                  .start("GET /: { proxy: '" + upstream.url() + "' }"));

      Raw answer = servers.client(server).ask("GET /");

      assertThat(answer.status()).isEqualTo(504);
      assertThat(answer.body()).contains("has not begun to answer after 50 ms");
      assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void brokenAnswersAreExplained() {
      for (String broken :
          List.of(
              "SSH-2.0-OpenSSH\r\n\r\n",
              "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
              "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
              "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx",
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nx",
              "HTTP/1.1 101 Switching Protocols\r\n\r\n",
              "HTTP/2 200\r\n\r\n",
              "HTTP/1.1 200 OK\r\nX: a\u0000b\r\n\r\n")) {
        Raw answer = servers.client(all(upstream(broken))).ask("GET /");

        assertThat(answer.status()).as(broken).isEqualTo(502);
        assertThat(answer.body()).as(broken).contains("No answer from the other server");
      }
    }

    @Test
    void oneThatBreaksOffIsNotMadeWhole() {
      for (String broken :
          List.of(
              "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\nno size\r\n")) {
        Upstream upstream =
            upstream(
                (asked, socket) -> {
                  Upstream.write(socket, broken);
                  socket.close();
                });
        HttpServer server = all(upstream);
        RawClient client = servers.client(server);
        client.send(RawClient.head("GET /"));

        assertThat(client.rest()).as(broken).contains("half").doesNotContain("0\r\n\r\n");
        Entry entry = only(server);
        await().until(() -> entry.ending() == Ending.ABORTED);
        assertThat(entry.failure().orElseThrow()).startsWith("the other server ");
      }
    }

    @Test
    void aClientThatLeavesEndsTheCall() throws InterruptedException {
      CountDownLatch closed = new CountDownLatch(1);
      Upstream upstream = upstream((asked, socket) -> awaitEnd(socket, closed));
      HttpServer server = all(upstream);
      RawClient client = servers.client(server);
      client.send(RawClient.head("GET /"));
      upstream.next();

      client.close();

      assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
      Entry entry = only(server);
      assertThat(entry.ending()).isEqualTo(Ending.ABORTED);
      assertThat(entry.target()).isEqualTo("/");
    }

    @Test
    void aClientThatLeavesASilentStreamEndsTheCall() throws InterruptedException {
      CountDownLatch closed = new CountDownLatch(1);
      Upstream upstream =
          upstream(
              (asked, socket) -> {
                Upstream.write(
                    socket,
                    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n");
                awaitEnd(socket, closed);
              });
      RawClient client = servers.client(all(upstream));
      client.send(RawClient.head("GET /"));
      client.until("data: 1\n\n");

      client.close();

      assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitEnd(Socket socket, CountDownLatch closed) throws IOException {
      try {
        if (socket.getInputStream().read() < 0) {
          closed.countDown();
        }
      } catch (IOException e) {
        closed.countDown();
      }
      socket.close();
    }

    @Test
    void aNextRequestOfTheSameConnectionWaits() throws InterruptedException {
      CountDownLatch mayAnswer = new CountDownLatch(1);
      Upstream upstream =
          upstream(
              (asked, socket) -> {
                awaitLatch(mayAnswer);
                Upstream.write(socket, OK);
              });
      RawClient client = servers.client(all(upstream));
      client.send(RawClient.head("GET /1"));
      upstream.next();
      client.send(RawClient.head("GET /2"));
      mayAnswer.countDown();

      assertThat(client.read(false).body()).isEqualTo("ok");
      assertThat(client.read(false).body()).isEqualTo("ok");
      assertThat(upstream.next().line()).isEqualTo("GET /2 HTTP/1.1");
    }

    @Test
    void aConnectionThatIsClosedWhileItIsKeptIsNotUsed() throws InterruptedException {
      AtomicBoolean first = new AtomicBoolean(true);
      Upstream upstream =
          upstream(
              (asked, socket) -> {
                if (first.compareAndSet(true, false) || !asked.line().contains("again")) {
                  Upstream.write(socket, OK);
                } else if (asked.line().startsWith("GET /again1")) {
                  socket.close();
                } else {
                  Upstream.write(socket, OK);
                }
              });
      RawClient client = servers.client(all(upstream));
      client.ask("GET /");

      // The kept connection breaks beneath it; on the fresh one it is answered by the same script.
      Raw answer = client.ask("GET /again1");

      assertThat(answer.status()).isEqualTo(502);
      assertThat(upstream.connections()).isEqualTo(2);
    }
  }

  @Test
  void manyAtATimeGetTheirOwnAnswers() throws Exception {
    Upstream upstream =
        upstream(
            (asked, socket) -> {
              String body = asked.line() + asked.body();
              Upstream.write(
                  socket,
                  "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            });
    HttpServer server = all(upstream);
    ExecutorService clients = Executors.newFixedThreadPool(20);
    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String path = "/" + i;
        RawClient client = servers.client(server);
        tasks.add(
            () -> {
              for (int j = 0; j < 50; j++) {
                String line = "POST " + path + "/" + j;
                assertThat(client.askWithBody(line, path).body())
                    .isEqualTo(line + " HTTP/1.1" + path);
              }
              return null;
            });
      }
      for (Future<Void> each : clients.invokeAll(tasks)) {
        each.get();
      }
    } finally {
      clients.shutdownNow();
    }
    // Each client needs one at a time; they are kept by I/O thread.
    assertThat(upstream.connections()).isLessThanOrEqualTo(1000 / 4);
  }

  @Test
  void stoppingEndsWhatIsUnderWay() throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    Upstream upstream =
        upstream(
            (asked, socket) -> {
              if (socket.getInputStream().read() < 0) {
                closed.countDown();
              }
              socket.close();
            });
    HttpServer server = all(upstream);
    servers.client(server).send(RawClient.head("GET /"));
    upstream.next();

    server.close();

    assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines);
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void load(HttpServer server, String yaml) {
    try {
      server.main().engine().load(TextReader.withoutFiles(Map.of()).routes("mocks.yaml", yaml));
    } catch (InvalidTextException e) {
      throw new AssertionError(e);
    }
  }

  @Nested
  class LargeBodies {

    private static final int PIECE = 1 << 16;
    private static final int PIECES = 800; // 50 MiB

    @Test
    void areNotHeldInMemory() {
      AtomicLong written = new AtomicLong();
      Upstream upstream =
          upstream(
              (asked, socket) -> {
                Upstream.write(
                    socket,
                    "HTTP/1.1 200 OK\r\nContent-Length: " + (long) PIECE * PIECES + "\r\n\r\n");
                byte[] piece = new byte[PIECE];
                for (int i = 0; i < PIECES; i++) {
                  socket.getOutputStream().write(piece);
                  written.addAndGet(PIECE);
                }
              });
      HttpServer server = all(upstream);
      RawClient client = servers.client(server);
      client.send(RawClient.head("GET /"));
      client.until("\r\n\r\n");

      // The client takes nothing: the other server can write what the sockets hold, and no more.
      await().during(Duration.ofMillis(300)).until(() -> isSteady(written));
      assertThat(written.get()).isLessThan((long) PIECE * PIECES / 2);

      long read = 0;
      while (read < (long) PIECE * PIECES) {
        read += client.read(PIECE).length();
      }
      Entry entry = only(server);
      await().until(() -> entry.ending() == Ending.ANSWERED);
      assertThat(entry.responseLength()).isEqualTo((long) PIECE * PIECES);
      assertThat(entry.responseBody()).hasSize(1 << 20);
      assertThat(entry.isResponseCut()).isTrue();
    }

    private final AtomicLong last = new AtomicLong(-1);

    private boolean isSteady(AtomicLong written) {
      return last.getAndSet(written.get()) == written.get();
    }
  }

  @Nested
  class WhatIsKept {

    @Test
    void theJournalKnowsWhereItWentAndWhatCameBack() {
      Upstream upstream =
          upstream(
              "HTTP/1.1 201 Made\r\nTransfer-Encoding: chunked\r\nX-A: 1\r\n\r\n2\r\nok\r\n0\r\n\r\n");
      HttpServer server = all(upstream);
      RawClient client = servers.client(server);
      client.send(RawClient.head("GET /a?b"));
      client.until("0\r\n\r\n");

      Entry entry = only(server);
      await().until(() -> entry.ending() == Ending.ANSWERED);
      OutboundResult forwarded = entry.forwarded().orElseThrow();
      assertThat(forwarded.url()).isEqualTo(upstream.url() + "/a?b");
      assertThat(forwarded.status()).isEqualTo(201);
      assertThat(forwarded.failure()).isNull();
      assertThat(entry.status()).isEqualTo(201);
      assertThat(entry.responseHeaders().first("X-A")).isEqualTo("1");
      assertThat(entry.responseBody()).asString().isEqualTo("ok");
    }

    @Test
    void anObserverGetsTheWholeExchange() throws InterruptedException {
      BlockingQueue<ForwardedExchange> seen = new LinkedBlockingQueue<>();
      Upstream upstream =
          upstream(
              "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nAccess-Control-Allow-Origin: *\r\n"
                  + "Connection: close\r\n\r\nok");
      HttpServer server =
          servers.opened(
              FORWARDS
                  .toldTo(seen::add)
                  .start("ANY /{*path}: { proxy: '" + upstream.url() + "/v1' }"));

      servers.client(server).askWithBody("POST /a?b", "body");

      ForwardedExchange exchange = seen.poll(10, TimeUnit.SECONDS);
      assertThat(exchange).isNotNull();
      assertThat(exchange.request().target()).isEqualTo("/a?b");
      assertThat(exchange.request().body()).asString().isEqualTo("body");
      assertThat(exchange.url().toString()).isEqualTo(upstream.url() + "/v1/a?b");
      assertThat(exchange.headers().first("Access-Control-Allow-Origin")).isEqualTo("*");
      assertThat(exchange.headers().first("Connection")).isNull();
      assertThat(exchange.body()).asString().isEqualTo("ok");
      assertThat(exchange.isWhole()).isTrue();
    }

    @Test
    void anAnswerWithoutBodyIsWhole() throws InterruptedException {
      BlockingQueue<ForwardedExchange> seen = new LinkedBlockingQueue<>();
      Upstream upstream = upstream("HTTP/1.1 204 No Content\r\n\r\n");
      HttpServer server =
          servers.opened(
              FORWARDS
                  .toldTo(seen::add)
                  .start("ANY /{*path}: { proxy: '" + upstream.url() + "' }"));

      servers.client(server).ask("DELETE /a");

      ForwardedExchange exchange = seen.poll(10, TimeUnit.SECONDS);
      assertThat(exchange).isNotNull();
      assertThat(exchange.isWhole()).isTrue();
      assertThat(exchange.body()).isEmpty();
    }

    @Test
    void anAnswerThatBreaksOffIsNot() throws InterruptedException {
      BlockingQueue<ForwardedExchange> seen = new LinkedBlockingQueue<>();
      Upstream upstream =
          upstream(
              (asked, socket) -> {
                Upstream.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
                socket.close();
              });
      HttpServer server =
          servers.opened(
              FORWARDS
                  .toldTo(seen::add)
                  .start("ANY /{*path}: { proxy: '" + upstream.url() + "' }"));
      RawClient client = servers.client(server);
      client.send(RawClient.head("GET /a"));

      ForwardedExchange exchange = seen.poll(10, TimeUnit.SECONDS);
      assertThat(exchange).isNotNull();
      assertThat(exchange.isWhole()).isFalse();
      assertThat(exchange.body()).asString().isEqualTo("half");
    }
  }
}
