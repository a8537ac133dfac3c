package dev.homeport.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.Homeport;
import dev.homeport.HomeportOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What the control API tells of WebSockets. */
@Timeout(60)
class SocketMessagesTest {

  private final Homeport server =
      Homeport.start(
          HomeportOptions.ofYaml(
                  """
                  WS /chat:
                    message:
                      - { when: { text: hello }, reply: [ { json: { hi: 1 } }, { base64: AAE= } ], name: greets }
                      - { when: { text: bye }, close: { code: 4001, reason: so long } }
                  """)
              .withPort(0));
  private final ControlClient client = new ControlClient(server.url());
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();

  @AfterEach
  void stop() {
    server.close();
  }

  private void chat(String... messages) throws Exception {
    WebSocket.Listener listener =
        new WebSocket.Listener() {
          @Override
          public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
          }
        };
    URI uri = URI.create(server.url().toString().replace("http://", "ws://") + "/chat");
    WebSocket socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(uri, listener).join();
    for (String message : messages) {
      socket.sendText(message, true).join();
    }
    socket.sendBinary(ByteBuffer.wrap(new byte[] {7}), true).join();
    socket.sendText("bye", true).join();
    assertThat(closed.get(30, TimeUnit.SECONDS)).isEqualTo(4001);
  }

  @Test
  void theJournalHasTheHandshakeAndWhatCame() throws Exception {
    chat("hello");

    JsonNode all = client.get("/journal?order=oldest").json().get("requests");
    assertThat(all.at("/0/method").asString()).isEqualTo("GET");
    assertThat(all.at("/0/status").asInt()).isEqualTo(101);
    assertThat(all.at("/0/closed"))
        .hasToString("{\"code\":4001,\"reason\":\"so long\",\"by\":\"mock\"}");
    assertThat(all.at("/1/method").asString()).isEqualTo("WS");
    assertThat(all.at("/1/message"))
        .hasToString("{\"from\":\"client\",\"kind\":\"text\",\"connections\":[1]}");
    assertThat(all.at("/1/route/name").asString()).isEqualTo("greets");
    assertThat(all.at("/2/message/kind").asString()).isEqualTo("binary");
    assertThat(all.at("/2/matched").asBoolean()).isFalse();
    assertThat(all.size()).isEqualTo(4);
    JsonNode whole = client.get("/journal/2").json();
    assertThat(whole.at("/request/body/text").asString()).isEqualTo("hello");
    assertThat(client.get("/journal?method=WS").json().get("requests").size()).isEqualTo(3);
    assertThat(client.get("/routes").json().at("/routes/0/answers").asString())
        .isEqualTo("101 WebSocket");
  }

  @Test
  void whatWasSentIsBesideIt() throws Exception {
    chat("hello");

    JsonNode sent = client.get("/journal/sent?order=oldest").json().get("requests");
    assertThat(sent.size()).isEqualTo(2);
    assertThat(sent.at("/1/message"))
        .hasToString("{\"from\":\"mock\",\"kind\":\"binary\",\"connections\":[1]}");
    assertThat(client.get("/journal/sent/1").json().at("/request/body/text").asString())
        .isEqualTo("{\"hi\":1}");
    assertThat(client.get("/journal/sent/3").status()).isEqualTo(404);
    client.delete("/journal");
    assertThat(client.get("/journal/sent").json().get("requests").size()).isZero();
  }

  @Test
  void messagesAreVerified() throws Exception {
    chat("hello", "hello");

    assertThat(verify("{'request':'WS /chat','when':{'text':'hello'},'count':2}")).isEqualTo(200);
    assertThat(verify("{'request':'WS /chat','when':{'binary':true}}")).isEqualTo(200);
    assertThat(verify("{'request':'WS /chat','name':'greets','count':2}")).isEqualTo(200);
    assertThat(
            verify(
                "{'request':'WS /chat','from':'mock','when':{'json':{'hi':1}},'count':2,'within':'1ms'}"))
        .isEqualTo(200);
    assertThat(verify("{'request':'WS /chat','from':'mock','when':{'text':'x'}}")).isEqualTo(409);
    assertThat(verify("{'noUnmatched':true}")).isEqualTo(409);
    assertThat(verify("{'request':'GET /chat','from':'mock'}")).isEqualTo(422);
    assertThat(verify("{'request':'WS /chat','from':'nobody'}")).isEqualTo(422);
  }

  private int verify(String json) {
    return client.post("/verify", json.replace('\'', '"')).status();
  }

  @Test
  void aHarHasTheMessagesAsChromeWritesThem() throws Exception {
    chat("hello");

    JsonNode entries = client.get("/journal.har").json().at("/log/entries");
    assertThat(entries.size()).isEqualTo(1);
    assertThat(entries.at("/0/_resourceType").asString()).isEqualTo("websocket");
    List<String> said =
        entries.at("/0/_webSocketMessages").valueStream().map(SocketMessagesTest::shown).toList();
    assertThat(said)
        .containsExactlyInAnyOrder(
            "send 1 hello", "receive 1 {\"hi\":1}", "receive 2 AAE=", "send 2 Bw==", "send 1 bye");
    assertThat(said.get(0)).isEqualTo("send 1 hello");
  }

  private static String shown(JsonNode message) {
    return message.get("type").asString()
        + " "
        + message.get("opcode").asInt()
        + " "
        + message.get("data").asString();
  }

  @Test
  void explainKnowsHandshakes() {
    JsonNode there = client.get("/explain?method=WS&target=/chat").json();
    JsonNode not = client.get("/explain?method=WS&target=/chatt").json();

    assertThat(there.get("text").asString())
        .startsWith("WS /chat is answered by WS /chat (")
        .contains("with 101 WebSocket");
    assertThat(not.get("text").asString()).startsWith("404 No route has the path of WS /chatt.");
  }
}
