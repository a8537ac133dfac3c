package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.server.RawClient.Raw;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no HTTP/1.1 is refused with the reason, and nothing of it reaches a mock. */
class UnreadableRequestTest {

  private static final String HOST = "Host: localhost\r\n";

  @RegisterExtension final Servers servers = new Servers();

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of("GET /?q=100% HTTP/1.1\r\n" + HOST + "\r\n", "'/?q=100%' has a %"),
        Arguments.of("GET /%zz HTTP/1.1\r\n" + HOST + "\r\n", "'/%zz' has a %"),
        Arguments.of("GET /a b HTTP/1.1\r\n" + HOST + "\r\n", "a space in a target is %20"),
        Arguments.of("GET a HTTP/1.1\r\n" + HOST + "\r\n", "does not begin with a slash"),
        Arguments.of("G\u00e9T / HTTP/1.1\r\n" + HOST + "\r\n", "is none (RFC 9110, 9.1)"),
        Arguments.of("\u0000\u001b[31m HTTP/1.1\r\n\r\n", "\\\\u0000"),
        Arguments.of("\r\n\r\nGET / HTTP/1.1\r\n" + HOST + "\r\n", "request line is empty"),
        Arguments.of("GET / HTTP/1.1\n" + HOST + "\n", "without a carriage return"),
        Arguments.of("GET / HTTP/1.1\r\n\r\n", "has no Host field"),
        Arguments.of("GET / HTTP/1.1\r\n" + HOST + HOST + "\r\n", "more than one Host"),
        Arguments.of("GET / HTTP/1.1\r\nHost: a b\r\n\r\n", "no host and port"),
        Arguments.of("GET / HTTP/1.1\r\nHost: a:99999\r\n\r\n", "no host and port"),
        Arguments.of("GET http://a/ HTTP/1.1\r\n" + HOST + "\r\n", "different hosts"),
        Arguments.of("CONNECT a:1 HTTP/1.1\r\n" + HOST + "\r\n", "different hosts"),
        Arguments.of("GET / HTTP/1.1\r\n" + HOST + "X : a\r\n\r\n", "'X : a' is not NAME: VALUE"),
        Arguments.of(
            "GET / HTTP/1.1\r\n" + HOST + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
            "both Content-Length and Transfer-Encoding"),
        Arguments.of(
            "GET / HTTP/1.1\r\n" + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
            "more than one Content-Length"),
        Arguments.of(
            "GET / HTTP/1.1\r\n" + HOST + "Content-Length: -1\r\n\r\n",
            "'Content-Length: -1' is no"),
        Arguments.of("GET / HTTP/1.1\r\n" + HOST + fields(300) + "\r\n", "more than 200 fields"),
        Arguments.of("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "HTTP/2 is not spoken here"),
        Arguments.of("\u0016\u0003\u0001\u0002\u0000\u0001\u0000", "http:// instead of https://"));
  }

  private static String fields(int count) {
    StringBuilder fields = new StringBuilder();
    IntStream.range(0, count).forEach(i -> fields.append("X").append(i).append(": a\r\n"));
    return fields.toString();
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void isToldWhyAndTheConnectionEnds(String sent, String reason) {
    RawClient client = servers.client(new Mocks().with("ANY /{*rest}", Mocks.text("reached")));
    client.send(sent);
    Raw raw = client.read(false);

    assertThat(raw.statusLine()).isEqualTo("HTTP/1.1 400 Bad Request");
    assertThat(raw.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(raw.header("Date")).isNotNull();
    assertThat(raw.body()).contains("\"status\":400").contains(reason);
    assertThat(client.isAtEnd()).isTrue();
  }

  @Test
  void ofHeadIsAnsweredWithoutABody() {
    RawClient client = servers.client(new Mocks());
    client.send("HEAD / HTTP/1.1\r\n\r\n");

    assertThat(client.read(true).status()).isEqualTo(400);
    assertThat(client.isAtEnd()).isTrue();
  }

  @Test
  void afterAGoodOneDoesNotQuoteTheGoodOne() {
    RawClient client = servers.client(new Mocks().with("GET /good", Mocks.text("fine")));
    client.send(RawClient.head("GET /good") + "GET /%zz HTTP/1.1\r\n" + HOST + "\r\n");

    assertThat(client.read(false).body()).isEqualTo("fine");
    assertThat(client.read(false).body()).contains("400").doesNotContain("good");
  }

  @Test
  void hasAHeadOfMoreThanAMebibyte() {
    RawClient client = servers.client(new Mocks().with("GET /", Mocks.text("")));
    client.send("GET / HTTP/1.1\r\n" + HOST + "X: " + "a".repeat(1 << 20));

    assertThat(client.read(false).body()).contains("1 MiB");
  }

  @Test
  void isNoAnswerOfAMockThatLooksAlike() {
    List<String> bodies =
        List.of(
            "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 400 No Host Header\r\n\r\n");
    for (String body : bodies) {
      // Large enough to be written by itself, after the head.
      RawClient client = servers.client(new Mocks().with("GET /", Mocks.reply(400, body)));

      assertThat(client.ask("GET /").body()).isEqualTo(body);
    }
  }
}
