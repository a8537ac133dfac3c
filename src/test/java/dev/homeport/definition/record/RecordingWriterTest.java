package dev.homeport.definition.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingWriterTest {

  @TempDir Path folder;

  private final Heard heard = new Heard();
  private final List<IOException> failures = new ArrayList<>();

  private RecordingWriter writer() throws IOException {
    return new RecordingWriter(heard.recording(), RecordedFolder.open(folder), failures::add);
  }

  @Test
  void writesWhileTheRecordingGoesOn() throws IOException {
    try (RecordingWriter writer = writer()) {
      heard.json("GET /users", 200, "[]");
      writer.changed();
      await().until(() -> Files.exists(folder.resolve("users.yaml")));

      heard.json("GET /users/7", 200, "{}");
      writer.changed();
      await().until(() -> Files.readString(folder.resolve("users.yaml")).contains("/users/{id}"));
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void writesTheRestWhenItIsClosed() throws IOException {
    try (RecordingWriter writer = writer()) {
      heard.json("GET /users", 200, "[]");
      writer.changed();
    }

    assertThat(folder.resolve("users.yaml")).exists();
  }

  @Test
  void triesAgainWhatCouldNotBeWritten() throws IOException {
    RecordingWriter writer = writer();
    Files.writeString(folder.resolve("users"), "in the way of a folder");
    heard.any("GET /users/7.png", 200, "image/png", new byte[] {1});
    writer.changed();
    writer.close();

    assertThat(failures).hasSize(1);
    Files.delete(folder.resolve("users"));
    writer.close();

    assertThat(folder.resolve("users/7.png")).exists();
  }
}
