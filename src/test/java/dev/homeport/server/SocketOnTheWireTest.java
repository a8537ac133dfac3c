package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.Count;
import dev.homeport.Homeport;
import dev.homeport.HomeportOptions;
import dev.homeport.RequestPattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames, handshakes and ends, byte for byte. */
@Timeout(60)
class SocketOnTheWireTest {

  private static final String MOCKS =
      """
      WS /echo:
        message:
          - { when: { text: bye }, reply: [ { text: going } ], close: { code: 4000, reason: asked } }
          - { when: { text: { startsWith: late } }, reply: [ { text: late, delay: 20ms } ], close: 1000 }
          - { when: { text: broken }, reply: [ { base64: "{{query.none}}*" } ] }
          - { when: { binary: true }, reply: [ { base64: "{{message.base64}}" } ] }
          - { reply: [ { text: "{{message.text}}" } ] }
      WS /greeting: { open: [ { text: hello }, { text: again, delay: 5ms } ] }
      WS /room: { message: { broadcast: [ { text: "{{message.text}}" } ] } }
      WS /flood: { open: [ { text: "{{@number}}" } ], repeat: 50000, message: { close: 1000 } }
      WS /ticks: { every: { interval: 5ms, send: [ { text: "{{@number}}" } ] } }
      WS /pass: { message: { send: [ { to: /greeting, text: "{{message.text}}" }, { to: /greeting, text: later, delay: 1ms } ], reply: [ { text: passed on } ] } }
      POST /tell: { send: { to: /greeting, text: "{{body}}" } }
      """;

  @RegisterExtension final Servers servers = new Servers();

  private Homeport server() {
    return servers.opened(Homeport.start(HomeportOptions.ofYaml(MOCKS).withPort(0)));
  }

  private RawSocket open(Homeport server, String path) {
    return servers.opened(RawSocket.open(server.port(), path));
  }

  private RawSocket open(String path) {
    return open(server(), path);
  }

  @Nested
  class AHandshake {

    @Test
    void isAnsweredAsTheStandardSays() {
      RawClient client = servers.opened(new RawClient(server().port()));

      RawClient.Raw answer = RawSocket.handshake(client, "/echo");

      assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 101 Switching Protocols");
      assertThat(answer.header("Upgrade")).isEqualTo("websocket");
      assertThat(answer.header("Connection")).isEqualTo("Upgrade");
      assertThat(answer.header("Sec-WebSocket-Accept")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
      assertThat(answer.header("Content-Length")).isNull();
      assertThat(answer.header("Transfer-Encoding")).isNull();
    }

    @Test
    void mayBeFollowedByAFrameAtOnce() {
      RawClient client = servers.opened(new RawClient(server().port()));
      client.send(RawSocket.head("/echo") + RawSocket.frame(0x81, "early"));

      assertThat(client.read(true).status()).isEqualTo(101);
      assertThat(client.read(7)).isEqualTo("\u0081\u0005early");
    }

    @Test
    void thatIsRefusedLeavesTheConnectionToHttp() {
      RawClient client = servers.opened(new RawClient(server().port()));

      assertThat(RawSocket.handshake(client, "/nowhere").status()).isEqualTo(404);
      assertThat(client.ask("GET /echo").status()).isEqualTo(426);
      assertThat(RawSocket.handshake(client, "/echo").status()).isEqualTo(101);
    }

    @ParameterizedTest
    @CsvSource({
      "http://localhost:3000, 101",
      "http://app.localhost, 101",
      "https://127.0.0.1:8443, 101",
      "https://evil.example, 403",
      "null, 403"
    })
    void ofAPageIsForThoseThatMayReadAnswers(String origin, int status) {
      Homeport server = server();
      RawClient client = servers.opened(new RawClient(server.port()));

      RawClient.Raw answer = RawSocket.handshake(client, "/echo", "Origin: " + origin);

      assertThat(answer.status()).isEqualTo(status);
      assertThat(server.requests().get(0).whyUnmatched().isPresent()).isEqualTo(status == 403);
    }

    @Test
    void toAForeignHostIsRefused() {
      RawClient client = servers.opened(new RawClient(server().port()));
      client.send(RawSocket.head("/echo").replace("Host: localhost", "Host: evil.example"));

      assertThat(client.read(false).status()).isEqualTo(421);
    }

    @Test
    void isNoMethodOfItsOwn() {
      Homeport server = server();
      RawClient client = servers.opened(new RawClient(server.port()));

      assertThat(client.ask("WS /echo").status()).isEqualTo(501);
      server.verify(RequestPattern.ws("/echo"), Count.never());
    }

    @Test
    void needsHttp11() {
      RawClient client = servers.opened(new RawClient(server().port()));
      client.send(RawSocket.head("/echo").replace("HTTP/1.1", "HTTP/1.0"));

      assertThat(client.read(false).status()).isEqualTo(400);
    }

    @Test
    void thatNeverComesWholeHarmsNobody() {
      Homeport server = server();
      RawClient half = servers.opened(new RawClient(server.port()));
      half.send("GET /echo HTTP/1.1\r\nHost: localhost\r\nUpgrade: webso");

      RawSocket whole = open(server, "/echo");
      whole.text("x");

      assertThat(whole.next()).isEqualTo("text x");
    }
  }

  @Nested
  class Messages {

    @Test
    void areAnsweredInTheirKind() {
      RawSocket socket = open("/echo");
      socket.text("grüße €");
      socket.send(0x82, "\0\u00ff");
      socket.text("");

      assertThat(socket.next()).isEqualTo("text grüße €");
      assertThat(socket.next()).isEqualTo("binary \0\u00ff");
      assertThat(socket.next()).isEqualTo("text ");
    }

    @Test
    void mayComeInFragmentsWithAPingBetween() {
      RawSocket socket = open("/echo");
      socket.send(0x01, "one ");
      socket.send(0x89, "are you there");
      socket.send(0x00, "two ");
      socket.send(0x80, "three");

      assertThat(socket.next()).isEqualTo("pong are you there");
      assertThat(socket.next()).isEqualTo("text one two three");
    }

    @Test
    void mayBeLarge() {
      RawSocket socket = open("/echo");
      for (int length : new int[] {125, 126, 65_535, 65_536, 3_000_000}) {
        String text = "x".repeat(length);
        socket.text(text);
        assertThat(socket.next()).isEqualTo("text " + text);
      }
    }

    @Test
    void comeWhenTheSocketOpens() {
      RawSocket socket = open("/greeting");

      assertThat(socket.next()).isEqualTo("text hello");
      assertThat(socket.next()).isEqualTo("text again");
    }

    @Test
    void mayBeManyWithoutADelay() {
      RawSocket socket = open("/flood");

      for (int i = 1; i <= 50_000; i++) {
        assertThat(socket.next()).isEqualTo("text " + i);
      }
      socket.text("enough");
      assertThat(socket.next()).isEqualTo("close 1000 ");
    }

    @Test
    void mayComeInManyAtOnce() {
      Homeport server = server();
      RawSocket socket = open(server, "/echo");
      StringBuilder frames = new StringBuilder();
      for (int i = 0; i < 5_000; i++) {
        frames.append(RawSocket.frame(0x81, "" + i));
      }
      socket.client().send(frames.toString());

      for (int i = 0; i < 5_000; i++) {
        assertThat(socket.next()).isEqualTo("text " + i);
      }
      server.verify(RequestPattern.ws("/echo"), Count.times(5_000));
    }

    @Test
    void comeAgainAndAgain() {
      RawSocket socket = open("/ticks");

      for (int i = 1; i <= 5; i++) {
        assertThat(socket.next()).isEqualTo("text " + i);
      }
    }

    @Test
    void mayTellTheClientsOfAnotherPath() {
      Homeport server = server();
      RawSocket other = open(server, "/greeting");
      assertThat(other.next()).isEqualTo("text hello");
      assertThat(other.next()).isEqualTo("text again");
      RawSocket socket = open(server, "/pass");
      socket.text("news");

      assertThat(socket.next()).isEqualTo("text passed on");
      assertThat(other.next()).isEqualTo("text news");
      assertThat(other.next()).isEqualTo("text later");
      server.verifySent(RequestPattern.ws("/greeting"), Count.times(4));
    }

    @Test
    void thatNobodyTakesAreInTheJournalAndEndNothing() {
      Homeport server = server();
      RawSocket socket = open(server, "/greeting");
      assertThat(socket.next()).isEqualTo("text hello");
      assertThat(socket.next()).isEqualTo("text again");
      socket.text("is anybody there");
      socket.send(0x89, "");

      assertThat(socket.next()).isEqualTo("pong ");
      assertThat(server.requests(RequestPattern.ws("/greeting")))
          .singleElement()
          .satisfies(
              message -> {
                assertThat(message.text()).isEqualTo("is anybody there");
                assertThat(message.whyUnmatched().orElse(""))
                    .startsWith("The route has no case for a message on WS /greeting");
              });
    }
  }

  @Nested
  class TheEnd {

    @Test
    void ofAClientIsAgreedTo() {
      Homeport server = server();
      RawSocket socket = open(server, "/echo");
      socket.close(4321, "enough");

      assertThat(socket.next()).isEqualTo("close 4321 ");
      assertThat(socket.client().isAtEnd()).isTrue();
    }

    @Test
    void ofAClientMayHaveNoCode() {
      RawSocket socket = open("/echo");
      socket.send(0x88, "");

      assertThat(socket.next()).isEqualTo("close without a code");
      assertThat(socket.client().isAtEnd()).isTrue();
    }

    @Test
    void ofAMockComesAfterItsReplies() {
      RawSocket socket = open("/echo");
      socket.text("bye");

      assertThat(socket.next()).isEqualTo("text going");
      assertThat(socket.next()).isEqualTo("close 4000 asked");
      socket.close(4000, "");
      assertThat(socket.client().isAtEnd()).isTrue();
    }

    @Test
    void waitsForARepliesDelayAndHearsNothingAfterIt() {
      Homeport server = server();
      RawSocket socket = open(server, "/echo");
      socket.text("late");

      assertThat(socket.next()).isEqualTo("text late");
      assertThat(socket.next()).isEqualTo("close 1000 ");
      socket.text("too late");
      socket.close(1000, "");
      assertThat(socket.client().isAtEnd()).isTrue();
      server.verify(RequestPattern.ws("/echo"), Count.once());
    }

    @ParameterizedTest
    @CsvSource({"131, '', 1002", "193, a, 1002", "129, '\u00ff', 1007", "136, a, 1002"})
    void ofWhatBreaksTheProtocolHasItsCode(int first, String content, int code) {
      RawSocket socket = open("/echo");
      socket.send(first, content);

      assertThat(socket.next()).startsWith("close " + code + " ");
      assertThat(socket.client().isAtEnd()).isTrue();
    }

    @Test
    void comesForAFrameWithoutAMask() {
      RawSocket socket = open("/echo");
      socket.client().send("\u0081\u0001x");

      assertThat(socket.next()).isEqualTo("close 1002 a frame of a client has no mask");
    }

    @Test
    void comesForAMessageThatIsTooLargeBeforeItIsRead() {
      Homeport server =
          servers.opened(
              Homeport.start(HomeportOptions.ofYaml(MOCKS).withPort(0).withMaxBodyBytes(1_000)));
      RawSocket socket = open(server, "/echo");
      socket.text("x".repeat(1_000));
      assertThat(socket.next()).hasSize(1_005);
      socket.client().send("\u0081\u00fe\u0003\u00e9\0\0\0\0");

      assertThat(socket.next())
          .isEqualTo("close 1009 a message has more than 1000 bytes (--max-body)");
    }

    @Test
    void comesForAReplyThatCannotBeMade() {
      Homeport server = server();
      RawSocket socket = open(server, "/echo");
      socket.text("broken");

      assertThat(socket.next()).isEqualTo("close 1011 the mock cannot answer");
    }

    @Test
    void comesWithThatOfTheServer() throws InterruptedException {
      Homeport server = server();
      RawSocket socket = open(server, "/echo");
      Thread closing = new Thread(server::close);
      closing.start();

      assertThat(socket.next()).isEqualTo("close 1001 ");
      socket.close(1001, "");
      assertThat(socket.client().isAtEnd()).isTrue();
      closing.join();
    }

    @Test
    void comesWithAReset() {
      Homeport server = server();
      RawSocket socket = open(server, "/echo");
      server.reset();

      assertThat(socket.next()).isEqualTo("close 1001 ");
      RawSocket another = open(server, "/echo");
      another.text("x");
      assertThat(another.next()).isEqualTo("text x");
    }

    @Test
    void comesWithTheEndOfAForkAndOfThatAlone() {
      Homeport server = server();
      Homeport fork = server.fork();
      RawSocket ofFork = open(fork, "/room");
      RawSocket ofServer = open(server, "/room");
      ofFork.text("only here");
      assertThat(ofFork.next()).isEqualTo("text only here");
      fork.close();

      assertThat(ofFork.next()).isEqualTo("close 1001 ");
      ofServer.text("still here");
      assertThat(ofServer.next()).isEqualTo("text still here");
    }

    @Test
    void ofAClientThatVanishesIsNoticed() {
      Homeport server = server();
      RawSocket gone = open(server, "/room");
      gone.client().reset();
      RawSocket there = open(server, "/room");

      await()
          .untilAsserted(
              () -> {
                there.text("who is there");
                assertThat(there.next()).isEqualTo("text who is there");
                assertThat(openOnes(server)).isEqualTo(1);
              });
    }

    /** Handshakes whose sockets have not ended, as the journal knows. */
    private long openOnes(Homeport server) {
      return server.requests(RequestPattern.get("/room")).stream()
          .filter(handshake -> handshake.closeCode().isEmpty())
          .count();
    }
  }

  @Nested
  class AClientThatDoesNotRead {

    private static final String LARGE = "x".repeat(1 << 20);

    @Test
    void isClosedWhenOthersHaveSentItTooMuch() throws Exception {
      Homeport server = server();
      RawSocket deaf = open(server, "/room");
      RawSocket speaker = open(server, "/room");
      for (int i = 0; i < 30; i++) {
        speaker.text(LARGE);
        assertThat(speaker.next()).hasSize(LARGE.length() + 5);
      }

      await()
          .untilAsserted(
              () ->
                  assertThat(server.requests(RequestPattern.get("/room")).get(0).closeCode())
                      .hasValue(1013));
      deaf.close();
    }

    @Test
    void isNotReadFromAndLosesNothing() throws Exception {
      Homeport server = server();
      RawSocket socket = open(server, "/echo");
      int messages = 40;
      Thread sending =
          new Thread(
              () -> {
                for (int i = 0; i < messages; i++) {
                  socket.text(LARGE);
                }
              });
      sending.start();
      for (int i = 0; i < messages; i++) {
        assertThat(socket.next()).hasSize(LARGE.length() + 5);
      }
      sending.join();
      server.verify(RequestPattern.ws("/echo"), Count.times(messages));
    }
  }
}
