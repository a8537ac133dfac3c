package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.http.Headers.Field;
import dev.homeport.server.RawClient.Raw;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredFileTest {

  @RegisterExtension final Servers servers = new Servers();

  private static final byte[] ALPHABET =
      "abcdefghijklmnopqrstuvwxyz".getBytes(StandardCharsets.US_ASCII);

  private final Mocks mocks =
      new Mocks().withFile("GET /f", () -> ALPHABET, new Field("Content-Type", "text/plain"));

  @Test
  void isSentWithItsValidators() {
    Raw raw = servers.client(mocks).ask("GET /f");

    assertThat(raw.body()).isEqualTo("abcdefghijklmnopqrstuvwxyz");
    assertThat(raw.header("ETag")).isEqualTo("\"v1\"");
    assertThat(raw.header("Last-Modified")).isEqualTo("Thu, 02 Jan 2020 03:04:05 GMT");
    assertThat(raw.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(raw.header("Content-Length")).isEqualTo("26");
  }

  @Test
  void isSentInPart() {
    Raw raw = servers.client(mocks).ask("GET /f", "Range: bytes=2-4");

    assertThat(raw.status()).isEqualTo(206);
    assertThat(raw.header("Content-Range")).isEqualTo("bytes 2-4/26");
    assertThat(raw.body()).isEqualTo("cde");
  }

  @Test
  void isSentInParts() {
    Raw raw = servers.client(mocks).ask("GET /f", "Range: bytes=0-1,-2");
    String type = String.valueOf(raw.header("Content-Type"));

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
    Raw raw = servers.client(mocks).ask("GET /f", "Range: bytes=26-");

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
    RawClient client = servers.client(mocks);
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
    assertThat(servers.client(mocks).ask("GET /f", condition).status()).isEqualTo(412);
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
    Raw raw = servers.client(mocks).ask("GET /f", "Range: bytes=0-0", ifRange);

    assertThat(raw.status()).isEqualTo(status);
  }

  @Test
  void ofMegabytesArrivesWhole() {
    byte[] large = "0123456789".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
    Raw raw = servers.client(new Mocks().withFile("GET /f", () -> large)).ask("GET /f");

    assertThat(raw.body()).isEqualTo(new String(large, StandardCharsets.US_ASCII));
  }

  @Test
  void thatIsEmptyIsSentEmpty() {
    Raw raw = servers.client(new Mocks().withFile("GET /f", () -> new byte[0])).ask("GET /f");

    assertThat(raw.header("Content-Length")).isEqualTo("0");
  }

  @Test
  void keepsTheAuthorsEtag() {
    RawClient client =
        servers.client(
            new Mocks().withFile("GET /f", () -> ALPHABET, new Field("ETag", "\"mine\"")));

    assertThat(client.ask("GET /f").headerLines())
        .filteredOn(line -> line.startsWith("ETag"))
        .containsExactly("ETag: \"mine\"");
    assertThat(client.ask("GET /f", "If-None-Match: \"mine\"").status()).isEqualTo(304);
  }
}
