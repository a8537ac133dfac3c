package dev.homeport.server;

import static dev.homeport.Count.times;
import static dev.homeport.RequestPattern.get;
import static dev.homeport.RequestPattern.ws;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.homeport.Count;
import dev.homeport.Homeport;
import dev.homeport.HomeportOptions;
import dev.homeport.VerificationError;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many clients, of the JDK, on one path; what is verified of them. */
@Timeout(60)
class ManySocketsTest {

  private static final int CLIENTS = 64;
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Homeport server =
      Homeport.start(
          HomeportOptions.ofYaml(
                  """
                  WS /chat/{room}:
                    message:
                      - { when: { text: bye }, close: { code: 4000, reason: as asked } }
                      - { when: { json: { kind: all } }, broadcast: [ { json: "{{message.json}}" } ], name: to-all }
                      - { reply: [ { text: "{{call}} {{message.text}}" } ] }
                  GET /feed/{room}: { events: [ { delay: 10m } ], repeat: forever }
                  GET /lines: { stream: [ { text: ready }, { text: x, delay: 10m } ] }
                  POST /say:
                    status: 202
                    send:
                      - { to: "/chat/{{json.room}}", json: "{{json}}" }
                      - { to: "/feed/{{json.room}}", json: "{{json}}", event: said }
                  """)
              .withPort(0));
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Client> clients = new ArrayList<>();

  @AfterEach
  void stop() {
    server.close();
  }

  /** What one client hears. */
  private static final class Client implements WebSocket.Listener {

    final List<String> heard = new CopyOnWriteArrayList<>();
    final CompletableFuture<String> closed = new CompletableFuture<>();
    final StringBuilder sofar = new StringBuilder();
    @Nullable WebSocket socket;

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      sofar.append(data);
      if (last) {
        heard.add(sofar.toString());
        sofar.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code + " " + reason);
      return null;
    }

    WebSocket socket() {
      return Objects.requireNonNull(socket);
    }

    void say(String text) {
      socket().sendText(text, true).join();
    }
  }

  private Client open(String path) {
    Client client = new Client();
    URI uri = URI.create(server.url().toString().replace("http://", "ws://") + path);
    client.socket = http.newWebSocketBuilder().buildAsync(uri, client).join();
    clients.add(client);
    return client;
  }

  private int post(String json) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + "/say"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  @Test
  void everyBroadcastReachesEveryClientOnceAndInOneOrder() {
    for (int i = 0; i < CLIENTS; i++) {
      open("/chat/a");
    }
    Client elsewhere = open("/chat/b");
    List<Thread> threads = new ArrayList<>();
    for (Client client : List.copyOf(clients.subList(0, CLIENTS))) {
      int number = clients.indexOf(client);
      threads.add(new Thread(() -> client.say("{\"kind\":\"all\",\"n\":" + number + "}")));
    }
    threads.forEach(Thread::start);

    for (Client client : clients.subList(0, CLIENTS)) {
      await().atMost(LONG).until(() -> client.heard.size() >= CLIENTS);
      assertThat(client.heard).hasSize(CLIENTS).doesNotHaveDuplicates();
    }
    assertThat(elsewhere.heard).isEmpty();
    server.verify(ws("/chat/a"), times(CLIENTS));
    server.verify(ws("/chat/{room}").json("kind", "all").json("n", 7), times(1));
    server.verify(ws("/chat/a").named("to-all"), times(CLIENTS));
    server.verify(get("/chat/{room}"), times(CLIENTS + 1));
    server.verifySent(ws("/chat/a"), times(CLIENTS));
    server.verifyNoUnmatchedRequests();
  }

  @Test
  void eachConnectionCountsByItself() {
    Client first = open("/chat/a");
    Client second = open("/chat/a");
    first.say("x");
    first.say("y");
    second.say("z");

    await().until(() -> first.heard.size() == 2 && second.heard.size() == 1);
    assertThat(first.heard).containsExactly("1 x", "2 y");
    assertThat(second.heard).containsExactly("1 z");
  }

  @Test
  void aMessageInPiecesAndBytesIsHeardWhole() {
    Client client = open("/chat/a");
    client.socket().sendText("one ", false).join();
    client.socket().sendPing(ByteBuffer.wrap(new byte[] {1})).join();
    client.say("two");

    await().until(() -> !client.heard.isEmpty());
    assertThat(client.heard).containsExactly("1 one two");
  }

  @Test
  void aCloseHasItsCodeAndReason() throws Exception {
    Client client = open("/chat/a");
    client.say("bye");

    assertThat(client.closed.get(30, TimeUnit.SECONDS)).isEqualTo("4000 as asked");
    assertThat(server.requests(get("/chat/a")).get(0).closeCode()).hasValue(4000);
  }

  @Test
  void aRequestSpeaksToSocketsAndStreamsOfAPath() throws Exception {
    Client inRoom = open("/chat/a%20b");
    Client elsewhere = open("/chat/c");
    RawClient feed = new RawClient(server.port());
    feed.send(RawClient.head("GET /feed/a%20b"));
    feed.read(true);

    assertThat(post("{\"room\":\"a b\"}")).isEqualTo(202);

    await().until(() -> !inRoom.heard.isEmpty());
    assertThat(inRoom.heard).containsExactly("{\"room\":\"a b\"}");
    assertThat(feed.until("}\n\n")).endsWith("event: said\ndata: {\"room\":\"a b\"}\n\n");
    assertThat(elsewhere.heard).isEmpty();
    server.verifySent(ws("/chat/{room}").path("room", "a b"), times(1));
    feed.close();
  }

  @Test
  void whatNobodyHearsIsSentAllTheSame() throws Exception {
    assertThat(post("{\"room\":\"empty\"}")).isEqualTo(202);

    server.verifySent(ws("/chat/empty").json("room", "empty"), times(1));
    assertThatThrownBy(() -> server.verifySent(ws("/chat/full")))
        .isInstanceOf(VerificationError.class)
        .hasMessageContaining("WS /chat/empty");
  }

  @Test
  void aVerificationWaitsForAMessage() {
    Client client = open("/chat/a");
    new Thread(() -> client.say("{\"late\":true}")).start();

    server.verify(ws("/chat/a").json("late", true), Count.once().within(LONG));
    server.verifySent(ws("/chat/a").text("1 {\"late\":true}"), Count.once().within(LONG));
    assertThatThrownBy(() -> server.verify(ws("/chat/a").text("other")))
        .hasMessageContaining("found none: WS /chat/a with body to equal 'other'")
        .hasMessageContaining("expected body to equal 'other', found '{\"late\":true}'")
        .hasMessageContaining("taken by");
  }

  @Test
  void aSocketGoesOnWithTheRouteItWasLetInBy() {
    Client before = open("/chat/a");
    server.load("WS /chat/{room}: { message: { reply: [ { text: new } ] } }");
    Client after = open("/chat/a");
    before.say("x");
    after.say("x");

    await().until(() -> !before.heard.isEmpty() && !after.heard.isEmpty());
    assertThat(before.heard).containsExactly("1 x");
    assertThat(after.heard).containsExactly("new");
  }
}
