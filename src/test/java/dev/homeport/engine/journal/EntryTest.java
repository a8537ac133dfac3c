package dev.homeport.engine.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class EntryTest {

  private static Entry entry(Call call) {
    return entry(call, 1 << 20);
  }

  private static Entry entry(Call call, int mostBody) {
    return new BoundedJournal(new JournalLimits(1, 1 << 20, mostBody), System::nanoTime)
        .add(call.exchange());
  }

  @Test
  void aRequestIsKeptAsItCame() {
    Entry entry =
        entry(Call.of("PUT /a%2Fb?x=%20").header("X-One", "1").json("{}").responded(bytes("done")));

    assertThat(entry.received()).isEqualTo(Call.TIME);
    assertThat(entry.protocol()).isEqualTo("HTTP/1.1");
    assertThat(entry.clientPort()).isEqualTo(5000);
    assertThat(entry.method()).isEqualTo("PUT");
    assertThat(entry.target()).isEqualTo("/a%2Fb?x=%20");
    assertThat(entry.headers().first("x-one")).isEqualTo("1");
    assertThat(entry.body()).asString(UTF_8).isEqualTo("{}");
    assertThat(entry.isBodyCut()).isFalse();
    assertThat(entry.status()).isEqualTo(200);
    assertThat(entry.responseBody()).asString(UTF_8).isEqualTo("done");
    assertThat(entry.isResponseCut()).isFalse();
    assertThat(entry.request().query().all("x")).containsExactly(" ");
  }

  @Test
  void aLongBodyIsCutAndMarked() {
    Entry entry = entry(Call.of("PUT /").json("{\"a\":1}").responded(bytes("response")), 3);

    assertThat(entry.body()).asString(UTF_8).isEqualTo("{\"a");
    assertThat(entry.bodyLength()).isEqualTo(7);
    assertThat(entry.isBodyCut()).isTrue();
    assertThat(entry.responseBody()).asString(UTF_8).isEqualTo("res");
    assertThat(entry.responseLength()).isEqualTo(8);
    assertThat(entry.isResponseCut()).isTrue();
  }

  @Test
  void aCodedBodyIsKeptRawAndDecodedForWhoLooks() throws IOException {
    byte[] coded = gzip("{\"amount\":42}");
    Entry entry = entry(Call.of("POST /").header("Content-Encoding", "gzip").body(coded));

    assertThat(entry.body()).isEqualTo(coded);
    assertThat(entry.request().text()).isEqualTo("{\"amount\":42}");
    assertThat(entry.request().json()).isEqualTo(Json.parse("{\"amount\":42}"));
    assertThat(entry.request().sentBody()).isEqualTo(coded);
  }

  @Test
  void whatIsNotCodedAsItSaysIsShownAsItCame() {
    Entry broken = entry(Call.of("POST /").header("Content-Encoding", "gzip").body(bytes("plain")));
    Entry unknown = entry(Call.of("POST /").header("Content-Encoding", "br").body(bytes("plain")));

    assertThat(broken.request().text()).isEqualTo("plain");
    assertThat(unknown.request().text()).isEqualTo("plain");
  }

  @Test
  void theEndingIsToldOnce() {
    Entry entry = entry(Call.of("GET /"));

    assertThat(entry.ending()).isEqualTo(Ending.PENDING);
    assertThat(entry.duration()).isEmpty();
    assertThat(entry.answered(3_000)).isTrue();
    assertThat(entry.aborted(9_000)).isFalse();
    assertThat(entry.answered(9_000)).isFalse();
    assertThat(entry.ending()).isEqualTo(Ending.ANSWERED);
    assertThat(entry.duration()).contains(Duration.ofNanos(2_000));
  }

  @Test
  void whoLeftStaysAway() {
    Entry entry = entry(Call.of("GET /"));

    assertThat(entry.aborted(1_000)).isTrue();
    assertThat(entry.answered(9_000)).isFalse();
    assertThat(entry.ending()).isEqualTo(Ending.ABORTED);
    assertThat(entry.duration()).contains(Duration.ofNanos(1));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream coded = new GZIPOutputStream(bytes)) {
      coded.write(bytes(text));
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
