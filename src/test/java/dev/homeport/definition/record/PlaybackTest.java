package dev.homeport.definition.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaybackTest {

  @TempDir Path folder;

  @Test
  void twoHundredResourcesAnswerTheSameBytes() throws IOException {
    Heard heard = new Heard();
    List<RealApi.Call> calls = RealApi.calls();
    try (RealApi api = RealApi.inMemory()) {
      for (RealApi.Call call : calls) {
        RealApi.Answer answer = api.answer(call);
        String[] fields =
            answer.headers().entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .toArray(String[]::new);
        String body = call.body().isEmpty() ? "" : "\n" + call.body();
        byte[] bytes = call.method().equals("HEAD") ? new byte[0] : answer.body();
        heard.any(call.method() + " " + call.target() + body, answer.status(), "", bytes, fields);
      }
    }

    Playback playback = heard.playback(folder);

    assertThat(playback.problems()).isEmpty();
    assertThat(playback.differences()).isEmpty();
    assertThat(playback.asked()).isEqualTo(calls.size());
  }
}
