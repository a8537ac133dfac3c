package dev.homeport.definition.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedFolderTest {

  @TempDir Path parent;

  private static Recording.Files files(String... namesAndTexts) {
    Map<String, byte[]> contents = new java.util.HashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      contents.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(UTF_8));
    }
    return new Recording.Files("users", contents);
  }

  private List<String> there(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void isMadeAndHoldsWhatWasWrittenLast() throws IOException {
    Path folder = parent.resolve("new/mocks");
    RecordedFolder recorded = RecordedFolder.open(folder);

    recorded.write(files("users.yaml", "a", "users/1.json", "{}", "users/2.json", "{}"));
    recorded.write(files("users.yaml", "b", "users/2.json", "[]"));

    assertThat(there(folder)).containsExactly("users.yaml", "users/2.json");
    assertThat(folder.resolve("users.yaml")).hasContent("b");
    assertThat(recorded.edited()).isEmpty();
  }

  @Test
  void leavesAFileAloneThatSomebodyChanged() throws IOException {
    RecordedFolder recorded = RecordedFolder.open(parent);
    recorded.write(files("users.yaml", "a", "users/1.json", "{}"));
    Files.writeString(parent.resolve("users.yaml"), "mine");
    Files.writeString(parent.resolve("users/1.json"), "mine, too");

    recorded.write(files("users.yaml", "b"));

    assertThat(parent.resolve("users.yaml")).hasContent("mine");
    assertThat(parent.resolve("users/1.json")).hasContent("mine, too");
    assertThat(recorded.edited()).containsExactly("users.yaml");
  }

  @Test
  void leavesAFileAloneThatIsNotItsOwn() throws IOException {
    RecordedFolder recorded = RecordedFolder.open(parent);
    Files.writeString(parent.resolve("users.yaml"), "mine");

    recorded.write(files("users.yaml", "b"));

    assertThat(parent.resolve("users.yaml")).hasContent("mine");
  }

  @Test
  void isEmptyWhenItBegins() throws IOException {
    Files.writeString(parent.resolve("mine.yaml"), "");

    assertThatThrownBy(() -> RecordedFolder.open(parent))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the folder '%s' is not empty (record into a new one, and move over what you want to"
                + " keep)",
            parent);
    assertThatThrownBy(() -> RecordedFolder.open(parent.resolve("mine.yaml")))
        .hasMessageEndingWith("is not a folder");
  }
}
