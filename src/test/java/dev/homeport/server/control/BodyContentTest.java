package dev.homeport.server.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class BodyContentTest {

  private static final Headers NONE = Headers.none();

  @Test
  void utf8IsText() {
    assertThat(BodyContent.of(NONE, "grün €".getBytes(UTF_8), false))
        .isEqualTo(new BodyContent("grün €", false, false, false));
  }

  @Test
  void theCharsetThatIsNamedIsUsed() {
    Headers latin = Headers.of(List.of(new Field("Content-Type", "text/plain; charset=latin1")));

    assertThat(BodyContent.of(latin, "grün".getBytes(ISO_8859_1), false).text()).isEqualTo("grün");
  }

  @Test
  void whatIsNoTextIsBase64() {
    byte[] bytes = {(byte) 0xFF, 0x00};

    assertThat(BodyContent.of(NONE, bytes, false))
        .isEqualTo(new BodyContent("/wA=", true, false, false));
    assertThat(BodyContent.of(NONE, new byte[] {0}, false).base64()).isTrue();
  }

  @Test
  void aTornCharacterAtTheCutIsLeftOut() {
    byte[] euro = "a€".getBytes(UTF_8);

    assertThat(BodyContent.of(NONE, Arrays.copyOf(euro, 3), true))
        .isEqualTo(new BodyContent("a", false, false, true));
    assertThat(BodyContent.of(NONE, Arrays.copyOf(euro, 3), false).base64()).isTrue();
  }

  @Test
  void aContentCodingIsTakenOff() throws IOException {
    Headers coded = Headers.of(List.of(new Field("Content-Encoding", "gzip")));
    byte[] packed = gzip("hello".getBytes(UTF_8));

    assertThat(BodyContent.of(coded, packed, false))
        .isEqualTo(new BodyContent("hello", false, true, false));
    assertThat(BodyContent.of(coded, Arrays.copyOf(packed, 5), true).base64()).isTrue();
  }

  @Test
  void aBombIsShownPacked() throws IOException {
    Headers coded = Headers.of(List.of(new Field("Content-Encoding", "gzip")));

    BodyContent content = BodyContent.of(coded, gzip(new byte[32 << 20]), false);

    assertThat(content.decoded()).isFalse();
    assertThat(content.text().length()).isLessThan(100_000);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    return packed.toByteArray();
  }
}
