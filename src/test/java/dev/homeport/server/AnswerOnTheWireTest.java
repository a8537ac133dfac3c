package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.server.RawClient.Raw;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerOnTheWireTest {

  @RegisterExtension final Servers servers = new Servers();

  @Test
  void hasTheBytesAndTheLengthOfTheReply() {
    Raw raw = servers.client(new Mocks().with("GET /a", Mocks.text("höme"))).ask("GET /a");

    assertThat(raw.statusLine()).isEqualTo("HTTP/1.1 200 OK");
    assertThat(raw.header("Content-Length")).isEqualTo("5");
    assertThat(raw.header("Content-Type")).isEqualTo("text/plain");
    assertThat(raw.body())
        .isEqualTo(
            new String("höme".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }

  @Test
  void hasADateAndNoServer() {
    Raw raw = servers.client(new Mocks().with("GET /a", Mocks.text("x"))).ask("GET /a");

    assertThat(raw.header("Date"))
        .matches("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
    assertThat(raw.header("Server")).isNull();
  }

  @Test
  void keepsTheAuthorsDate() {
    Field date = new Field("date", "Thu, 02 Jan 2020 03:04:05 GMT");
    Raw raw = servers.client(new Mocks().with("GET /a", Mocks.reply(200, "x", date))).ask("GET /a");

    assertThat(raw.headerLines())
        .filteredOn(line -> line.matches("(?i)date: .*"))
        .containsExactly("date: Thu, 02 Jan 2020 03:04:05 GMT");
  }

  @Test
  void keepsTheCaseOfNamesAndTheOrderOfRepeatedFields() {
    Field[] fields = {
      new Field("x-lower", "1"), new Field("X-MiXeD", "b"), new Field("X-MiXeD", "a")
    };
    Raw raw =
        servers.client(new Mocks().with("GET /a", Mocks.reply(200, "", fields))).ask("GET /a");

    assertThat(raw.headerLines())
        .contains("x-lower: 1")
        .containsSubsequence("X-MiXeD: b", "X-MiXeD: a");
  }

  @Test
  void sendsHeaderValuesInLatin1() {
    Field field = new Field("X-Name", "Zoë");
    Raw raw = servers.client(new Mocks().with("GET /a", Mocks.reply(200, "", field))).ask("GET /a");

    assertThat(raw.header("X-Name")).isEqualTo("Zoë");
  }

  @Test
  void hasTheAuthorsReason() {
    Reply reply = new Reply(299, "Fine By Me", Headers.none(), Body.empty(), Duration.ZERO);
    Raw raw = servers.client(new Mocks().with("GET /a", reply)).ask("GET /a");

    assertThat(raw.statusLine()).isEqualTo("HTTP/1.1 299 Fine By Me");
  }

  @Test
  void hasLengthZeroWithoutABody() {
    Raw raw = servers.client(new Mocks().with("GET /a", Mocks.reply(404, ""))).ask("GET /a");

    assertThat(raw.header("Content-Length")).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource(
      value = {"204,null", "205,0", "304,null"},
      nullValues = "null")
  void hasNoBodyWhereTheStatusAllowsNone(int status, String length) {
    RawClient client =
        servers.client(
            new Mocks()
                .with("GET /a", Mocks.reply(status, "no"))
                .with("GET /b", Mocks.text("next")));
    Raw raw = client.ask("GET /a");

    assertThat(raw.status()).isEqualTo(status);
    assertThat(raw.header("Content-Length")).isEqualTo(length);
    assertThat(client.ask("GET /b").body()).isEqualTo("next");
    Raw head = client.ask("HEAD /a");
    assertThat(head.header("Content-Length")).isEqualTo(length);
    assertThat(head.header("Transfer-Encoding")).isNull();
    assertThat(client.ask("GET /b").body()).isEqualTo("next");
  }

  @Test
  void toHeadHasTheLengthAndNoBody() {
    RawClient client = servers.client(new Mocks().with("GET /a", Mocks.text("12345")));
    Raw raw = client.ask("HEAD /a");

    assertThat(raw.header("Content-Length")).isEqualTo("5");
    assertThat(client.ask("GET /a").body()).isEqualTo("12345");
  }

  @Test
  void maySetItsOwnLengthOnlyRightly() {
    Field wrong = new Field("Content-Length", "99");
    Raw raw =
        servers.client(new Mocks().with("GET /a", Mocks.reply(200, "ab", wrong))).ask("GET /a");

    assertThat(raw.headerLines())
        .filteredOn(line -> line.startsWith("Content-Length"))
        .containsExactly("Content-Length: 2");
  }

  @Test
  void ofMegabytesArrivesWhole() {
    String large = "0123456789".repeat(1_000_000);
    Raw raw = servers.client(new Mocks().with("GET /a", Mocks.text(large))).ask("GET /a");

    assertThat(raw.body()).isEqualTo(large);
  }

  @Test
  void isGivenToEachPipelinedRequestInOrder() {
    RawClient client = servers.client(new Mocks().with("GET /{n}", r -> r.rawPath()));
    client.send(RawClient.head("GET /1") + RawClient.head("GET /2") + RawClient.head("GET /3"));

    assertThat(
            List.of(
                client.read(false).body(), client.read(false).body(), client.read(false).body()))
        .containsExactly("/1", "/2", "/3");
  }

  @Test
  void onHttp10ClosesTheConnection() {
    RawClient client = servers.client(new Mocks().with("GET /a", Mocks.text("x")));
    client.send("GET /a HTTP/1.0\r\n\r\n");

    assertThat(client.read(false).header("Connection")).isEqualTo("close");
    assertThat(client.isAtEnd()).isTrue();
  }

  @Test
  void closesTheConnectionIfAsked() {
    RawClient client = servers.client(new Mocks().with("GET /a", Mocks.text("x")));

    assertThat(client.ask("GET /a", "Connection: close").header("Connection")).isEqualTo("close");
    assertThat(client.isAtEnd()).isTrue();
  }
}
