package dev.homeport.definition.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.diagnostic.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
class MocksFolderTest {

  @TempDir Path temporary;

  private Path mocks;

  @BeforeEach
  void makeFolder() throws IOException {
    mocks = Files.createDirectory(temporary.resolve("mocks"));
  }

  private LoadedMocks load() {
    return new MocksLoader(Map.of()).load(mocks);
  }

  private List<String> problems() {
    return load().problems().stream()
        .map(Problem::toString)
        .map(line -> line.replace(mocks + "/", ""))
        .toList();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void linksInsideOfTheFolderAreFollowed() throws IOException {
    write(mocks.resolve("..data/a.yaml"), "GET /a: {}\n");
    Files.createSymbolicLink(mocks.resolve("a.yaml"), mocks.resolve("..data/a.yaml"));

    assertThat(problems()).isEmpty();
    assertThat(load().index().routes()).hasSize(1);
  }

  @Test
  void linksOutOfTheFolderAreProblems() throws IOException {
    write(temporary.resolve("mocks-evil/b.yaml"), "GET /b: {}\n");
    Files.createSymbolicLink(mocks.resolve("b.yaml"), temporary.resolve("mocks-evil/b.yaml"));
    Files.createSymbolicLink(mocks.resolve("c"), temporary.resolve("mocks-evil"));
    Files.createSymbolicLink(mocks.resolve("d.yaml"), mocks.resolve("nowhere.yaml"));

    assertThat(problems())
        .containsExactly(
            "b.yaml:1:1: the link leads out of the mocks folder (copy the file into the folder)",
            "c:1:1: the link leads out of the mocks folder (copy the file into the folder)",
            "d.yaml:1:1: the link leads nowhere");
    assertThat(load().index().routes()).isEmpty();
  }

  @Test
  void aLinkInACircleIsNamedOnce() throws IOException {
    write(mocks.resolve("sub/a.yaml"), "GET /a: {}\n");
    Files.createSymbolicLink(mocks.resolve("sub/loop"), mocks);

    assertThat(problems())
        .containsExactly("sub/loop:1:1: the link leads to a folder that it lies in");
    assertThat(load().index().routes()).hasSize(1);
  }

  @Test
  void aFileOfMoreThan16MiBIsAProblemAndTheOthersServe() throws IOException {
    write(mocks.resolve("huge.yaml"), "#" + "x".repeat(16 << 20));
    write(mocks.resolve("a.yaml"), "GET /a: {}\n");

    assertThat(problems())
        .containsExactly("huge.yaml:1:1: the file has more than 16 MiB (split it)");
    assertThat(load().index().routes()).hasSize(1);
  }

  @Test
  void aMissingFolderIsNamed() {
    assertThatThrownBy(() -> new MocksLoader(Map.of()).load(mocks.resolve("none")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none' does not exist");
  }
}
