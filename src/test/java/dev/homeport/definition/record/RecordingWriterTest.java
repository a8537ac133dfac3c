package dev.homeport.definition.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.engine.http.Headers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingWriterTest {

  @TempDir Path folder;

  private final List<String> said = new CopyOnWriteArrayList<>();

  private final RecordingWriter.Listener listener =
      new RecordingWriter.Listener() {
        @Override
        public void heard(Recording.Heard heard) {
          said.add(heard.route() + (heard.isNew() ? " new" : ""));
        }

        @Override
        public void failed(IOException reason) {
          said.add("failed");
        }
      };

  private RecordingWriter writer() throws IOException {
    LocalDate day = LocalDate.of(2026, 1, 31);
    Recording recording = new Recording(Heard.ORIGIN, false, day, Long.MAX_VALUE);
    return new RecordingWriter(recording, RecordedFolder.open(folder), listener);
  }

  private static void forward(RecordingWriter writer, String request) {
    writer.forwarded(
        Heard.exchange(Heard.request(request), 200, Headers.none(), new byte[] {1}, true));
  }

  @Test
  void writesWhileTheRecordingGoesOn() throws IOException {
    try (RecordingWriter writer = writer()) {
      forward(writer, "GET /users");
      await().until(() -> Files.exists(folder.resolve("users.yaml")));

      forward(writer, "GET /users/7");
      await().until(() -> Files.readString(folder.resolve("users.yaml")).contains("/users/{id}"));
    }
    assertThat(said).containsExactly("GET /users new", "GET /users/{id} new");
  }

  @Test
  void writesTheRestWhenItIsClosed() throws IOException {
    RecordingWriter writer = writer();
    forward(writer, "GET /users");
    forward(writer, "GET /users");
    writer.close();
    forward(writer, "GET /late");
    writer.close();

    assertThat(folder.resolve("users.yaml")).exists();
    assertThat(said).containsExactly("GET /users new", "GET /users");
  }

  @Test
  void triesAgainWhatCouldNotBeWritten() throws IOException {
    try (RecordingWriter writer = writer()) {
      Files.writeString(folder.resolve("users"), "in the way of a folder");
      forward(writer, "GET /users/7");
      await().until(() -> said.contains("failed"));
      Files.delete(folder.resolve("users"));
    }

    assertThat(folder.resolve("users/7.bin")).exists();
  }
}
