package dev.homeport.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.journal.JournalLimits;
import dev.homeport.server.RawClient.Raw;
import dev.homeport.server.guard.Cors;
import dev.homeport.server.port.PortChoice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests that are HTTP, and yet do not come to a mock. */
class RefusalTest {

  @RegisterExtension final Servers servers = new Servers();

  private final Mocks mocks =
      new Mocks().with("ANY /a", request -> request.text()).with("OPTIONS /a", Mocks.text("own"));

  @Nested
  class AForeignHost {

    @Test
    void isMisdirected() {
      RawClient client = servers.client(mocks);
      client.send("GET /a HTTP/1.1\r\nHost: evil.test:80\r\n\r\n");
      Raw raw = client.read(false);

      assertThat(raw.statusLine()).isEqualTo("HTTP/1.1 421 Misdirected Request");
      assertThat(raw.body()).contains("--allow-host evil.test").contains("DNS rebinding");
    }

    @Test
    void isMisdirectedAlsoAsAPreflightAndWithABody() {
      RawClient client = servers.client(mocks);
      client.send(
          String.join(
              "\r\n",
              "OPTIONS /a HTTP/1.1",
              "Host: evil.test",
              "Origin: http://evil.test",
              "Access-Control-Request-Method: PUT",
              "\r\n"));
      assertThat(client.read(false).status()).isEqualTo(421);
      client.send("POST /a HTTP/1.1\r\nHost: evil.test\r\nContent-Length: 3\r\n\r\nabc");
      assertThat(client.read(false).status()).isEqualTo(421);

      assertThat(client.askWithBody("POST /a", "next").body()).isEqualTo("next");
    }

    @Test
    void mayBeAllowed() {
      PortChoice any = new PortChoice(OptionalInt.of(0));
      RawClient client =
          servers.client(
              servers.opened(
                  mocks.start(
                      new ServerOptions(
                          "",
                          any,
                          List.of("mocks"),
                          Cors.local(),
                          10,
                          Duration.ofSeconds(9),
                          JournalLimits.DEFAULT,
                          Optional.empty(),
                          OutboundOptions.none()))));
      client.send("GET /a HTTP/1.1\r\nHost: mocks:8080\r\n\r\n");

      assertThat(client.read(false).status()).isEqualTo(200);
    }

    @Test
    void isNotNamedByAnOldClient() {
      RawClient client = servers.client(mocks);
      client.send("GET /a HTTP/1.0\r\n\r\n");

      assertThat(client.read(false).status()).isEqualTo(200);
    }
  }

  @Nested
  class AnExpectation {

    @Test
    void thatNobodyKnowsFails() {
      RawClient client = servers.client(mocks);
      client.send(RawClient.head("POST /a", "Expect: gold", "Content-Length: 1") + "x");

      assertThat(client.read(false).status()).isEqualTo(417);
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  @Nested
  class AFraming {

    @Test
    void thatNobodyKnowsIsNotImplemented() {
      RawClient client = servers.client(mocks);
      client.send(RawClient.head("POST /a", "Transfer-Encoding: gzip, chunked") + "abcd");

      assertThat(client.read(false).status()).isEqualTo(501);
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  @Nested
  class AContentCoding {

    @Test
    void isUndoneForTheMock() throws IOException {
      assertThat(coded("gzip", gzip("hello")).body()).isEqualTo("hello");
      assertThat(coded("GZIP", gzip("hello")).body()).isEqualTo("hello");
      assertThat(coded("x-gzip", gzip("hello")).body()).isEqualTo("hello");
      assertThat(coded("deflate", deflate("hello")).body()).isEqualTo("hello");
      assertThat(coded("identity", "hello").body()).isEqualTo("hello");
      assertThat(coded("deflate, gzip", gzip(deflate("hello"))).body()).isEqualTo("hello");
    }

    @Test
    void thatNobodyKnowsIsUnsupported() {
      Raw raw = coded("br", "hello");

      assertThat(raw.status()).isEqualTo(415);
      assertThat(raw.header("Accept-Encoding")).isEqualTo("gzip, deflate");
      assertThat(raw.body()).contains("'br'");
    }

    @Test
    void thatIsNoneIsABadRequest() throws IOException {
      assertThat(coded("gzip", "hello").status()).isEqualTo(400);
      assertThat(coded("gzip", gzip("hello").substring(0, 15)).status()).isEqualTo(400);
      assertThat(coded("deflate", "hello").status()).isEqualTo(400);
    }

    @Test
    void mayNotGrowBeyondTheLimit() throws IOException {
      RawClient client = servers.client(servers.opened(mocks.start(1000)));
      String bomb = gzip("0".repeat(1001));

      Raw raw = askCoded(client, "gzip", bomb);

      assertThat(raw.status()).isEqualTo(413);
      assertThat(raw.body()).contains("--max-body");
      assertThat(askCoded(client, "gzip", gzip("0".repeat(1000))).status()).isEqualTo(200);
    }

    private Raw coded(String coding, String body) {
      return askCoded(servers.client(mocks), coding, body);
    }

    private static Raw askCoded(RawClient client, String coding, String body) {
      client.send(
          RawClient.head(
                  "POST /a", "Content-Encoding: " + coding, "Content-Length: " + body.length())
              + body);
      return client.read(false);
    }

    private static String gzip(String text) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      write(new GZIPOutputStream(bytes), text);
      return bytes.toString(ISO_8859_1);
    }

    private static String deflate(String text) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      write(new DeflaterOutputStream(bytes), text);
      return bytes.toString(ISO_8859_1);
    }

    private static void write(OutputStream coder, String text) throws IOException {
      try (coder) {
        coder.write(text.getBytes(ISO_8859_1));
      }
    }
  }
}
