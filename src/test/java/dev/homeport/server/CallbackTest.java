package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.OutboundResult;
import dev.homeport.server.Upstream.Asked;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallbackTest {

  private static final Forwards FORWARDS = Forwards.toThisMachine();

  @RegisterExtension final Servers servers = new Servers();

  private Upstream upstream() {
    return servers.opened(Upstream.saying("HTTP/1.1 202 Yes\r\nContent-Length: 2\r\n\r\nok"));
  }

  private HttpServer server(String yaml, Upstream upstream) {
    return servers.opened(FORWARDS.start(yaml.replace("URL", upstream.url())));
  }

  private static List<OutboundResult> results(HttpServer server, int count) {
    await().until(() -> entry(server).callbacks().size() == count);
    return entry(server).callbacks();
  }

  private static Entry entry(HttpServer server) {
    return server.journal().view().entries().get(0);
  }

  @Test
  void itFollowsTheAnswerAndSeesWhatItSaw() throws Exception {
    Upstream upstream = upstream();
    HttpServer server =
        server(
            """
            POST /payments/{id}:
              vars: { event: "{{uuid}}" }
              set: { paid: "{{path.id}}" }
              status: 202
              json: { event: "{{vars.event}}" }
              callback:
                url: "URL/hooks/{{path.id}}?x=1"
                headers: { X-Event: "{{vars.event}}", X-Paid: "{{state.paid}}" }
                json: { id: "{{number path.id}}", amount: "{{json.amount}}" }
            """,
            upstream);

    String body = servers.client(server).askWithBody("POST /payments/7", "{\"amount\":4}").body();

    Asked asked = upstream.next();
    assertThat(asked.line()).isEqualTo("POST /hooks/7?x=1 HTTP/1.1");
    assertThat(body).contains(asked.all("X-Event").get(0));
    assertThat(asked.all("X-Paid")).containsExactly("7");
    assertThat(asked.all("Content-Type")).containsExactly("application/json");
    assertThat(asked.all("Host")).containsExactly("127.0.0.1:" + upstream.port());
    assertThat(asked.body()).isEqualTo("{\"id\":7,\"amount\":4}");
    OutboundResult result = results(server, 1).get(0);
    assertThat(result.method()).isEqualTo("POST");
    assertThat(result.url()).isEqualTo(upstream.url() + "/hooks/7?x=1");
    assertThat(result.status()).isEqualTo(202);
    assertThat(result.failure()).isNull();
  }

  @Test
  void severalAreSentWithTheirMethodsAndDelays() throws Exception {
    Upstream upstream = upstream();
    HttpServer server =
        server(
            """
            GET /:
              text: x
              callback:
                - { url: URL/2, delay: 100ms, method: PUT, text: later }
                - { url: URL/1, method: DELETE }
            """,
            upstream);

    servers.client(server).ask("GET /");

    Asked first = upstream.next();
    assertThat(first.line()).isEqualTo("DELETE /1 HTTP/1.1");
    assertThat(first.all("Content-Length")).isEmpty();
    Asked second = upstream.next();
    assertThat(second.line()).isEqualTo("PUT /2 HTTP/1.1");
    assertThat(second.body()).isEqualTo("later");
    assertThat(results(server, 2)).extracting(OutboundResult::status).containsOnly(202);
  }

  @Test
  void whatIsNotAllowedOrCannotBeRenderedIsWrittenDown() {
    Upstream upstream = upstream();
    HttpServer server =
        server(
            """
            GET /:
              text: x
              callback:
                - { url: "http://169.254.169.254/latest" }
                - { url: "ftp://{{query.host}}" }
                - { url: URL, headers: { X: "{{query.x}}" } }
            """,
            upstream);

    assertThat(servers.client(server).ask("GET /?x=a%0d%0ab").status()).isEqualTo(200);

    assertThat(results(server, 3))
        .extracting(OutboundResult::failure)
        .satisfiesExactlyInAnyOrder(
            why -> assertThat(why).contains("--allow-outbound 169.254.169.254"),
            why -> assertThat(why).contains("callback.url (mocks.yaml:5:7)"),
            why -> assertThat(why).contains("headers.X (mocks.yaml:6:52)"));
    assertThat(upstream.wasAsked()).isFalse();
  }

  @Test
  void resetCancelsWhatIsStillToCome() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    Upstream upstream =
        servers.opened(
            new Upstream(
                (asked, socket) -> {
                  if (socket.getInputStream().read() < 0) {
                    closed.countDown();
                  }
                  socket.close();
                }));
    HttpServer server =
        server(
            """
            GET /: { text: x, callback: [ { url: URL/now }, { url: URL/later, delay: 9m } ] }
            """,
            upstream);
    servers.client(server).ask("GET /");
    assertThat(upstream.next().line()).isEqualTo("POST /now HTTP/1.1");

    server.main().reset();

    assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void oneOfOurOwnHasNoneOfItsOwn() {
    Upstream upstream = upstream();
    HttpServer server =
        server("GET /: { text: x, callback: { url: '{{baseUrl}}/', method: GET } }", upstream);

    RawClient client = servers.client(server);
    client.send("GET / HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n\r\n");
    client.read(false);

    assertThat(results(server, 1).get(0).status()).isEqualTo(200);
    Entry second = server.journal().view().entries().get(1);
    await().until(() -> !second.callbacks().isEmpty());
    assertThat(second.callbacks().get(0).failure())
        .isEqualTo("the request is a callback of this server itself");
  }
}
