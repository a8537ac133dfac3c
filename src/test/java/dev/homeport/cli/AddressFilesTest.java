package dev.homeport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressFilesTest {

  @TempDir Path place;

  private Path mocks;

  @BeforeEach
  void makeMocks() throws IOException {
    mocks = Files.createDirectory(place.resolve("mocks"));
    Files.writeString(mocks.resolve("a.yaml"), "GET /a: {}\n");
  }

  private String[] serving(String... options) {
    return Stream.concat(Stream.of(mocks.toString(), "--port", "0", "--quiet"), Stream.of(options))
        .toArray(String[]::new);
  }

  private static String port(Served served) {
    return served.url().substring(served.url().lastIndexOf(':') + 1);
  }

  @Test
  void areThereWithTheStartLineAndGoneAtTheEnd() throws Exception {
    Path port = place.resolve("port");
    Path env = place.resolve(".env.homeport");

    Served served =
        Served.with(serving("--port-file", port.toString(), "--env-file", env.toString()));

    assertThat(port).hasContent(port(served) + "\n");
    assertThat(Files.readString(env))
        .isEqualTo(
            "HOMEPORT_URL=%s\nHOMEPORT_LOCALHOST_URL=http://localhost:%s\n"
                .formatted(served.url(), port(served)));
    assertThat(served.stop()).isZero();
    assertThat(place).isDirectoryNotContaining(file -> !file.equals(mocks));
  }

  @Test
  void oneAddressHasNoLocalhost() throws Exception {
    Path env = place.resolve("env");

    try (Served served =
        Served.with(serving("--host", "127.0.0.1", "--env-file", env.toString()))) {
      assertThat(Files.readString(env)).isEqualTo("HOMEPORT_URL=" + served.url() + "\n");
    }
  }

  @Test
  void theFoldersSettingsNameThemInsideOfIt() throws Exception {
    Files.writeString(mocks.resolve("homeport.yaml"), "port-file: port\n");

    try (Served served = Served.with(serving())) {
      assertThat(mocks.resolve("port")).hasContent(port(served) + "\n");
    }
    assertThat(mocks.resolve("port")).doesNotExist();
  }

  @Test
  void theEnvironmentNamesThemToo() throws Exception {
    Path port = place.resolve("port");

    try (Served served = Served.with(Map.of("HOMEPORT_PORT_FILE", port.toString()), serving())) {
      assertThat(port).hasContent(port(served) + "\n");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkDoesNotLeadTheFoldersSettingsOut() throws Exception {
    Path outside = Files.createDirectory(place.resolve("outside"));
    Files.createSymbolicLink(mocks.resolve("_out"), outside);
    Files.createSymbolicLink(mocks.resolve("_port"), outside.resolve("port"));
    Files.writeString(mocks.resolve("homeport.yaml"), "port-file: _out/port\nenv-file: _port\n");

    assertThat(Outcome.of("check", mocks.toString()).out())
        .contains("homeport.yaml:1:12: port-file: '_out/port' does not lie inside the folder")
        .contains("homeport.yaml:2:11: env-file: '_port' does not lie inside the folder");
  }

  @Test
  void thoseOfAServerThatWasKilledAreReplaced() throws Exception {
    Path port = Files.writeString(place.resolve("port"), "50000\n");
    Path env = Files.writeString(place.resolve("env"), "HOMEPORT_URL=http://127.0.0.1:50000\n");

    try (Served served =
        Served.with(serving("--port-file", port.toString(), "--env-file", env.toString()))) {
      assertThat(port).hasContent(port(served) + "\n");
      assertThat(env).content().startsWith("HOMEPORT_URL=" + served.url() + "\n");
    }
  }

  @Test
  void whatSomebodyElseWroteMeanwhileStays() throws Exception {
    Path port = place.resolve("port");
    try (Served first = Served.with(serving("--port-file", port.toString()))) {
      assertThat(port).hasContent(port(first) + "\n");
      try (Served second = Served.with(serving("--port-file", port.toString()))) {
        first.stop();
        assertThat(port).hasContent(port(second) + "\n");
      }
      assertThat(port).doesNotExist();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SECRET=1\n", "HOMEPORT_URL=http://a\nSECRET=1\n", "# mine\n"})
  void anotherFileIsNotLost(String content) throws Exception {
    Path env = Files.writeString(place.resolve(".env"), content);

    assertThat(Outcome.of(serving("--env-file", env.toString())))
        .isEqualTo(
            new Outcome(
                3,
                "",
                "homeport: env-file '"
                    + env
                    + "' cannot be written: it holds something else, which would be lost (give it a"
                    + " name of its own)\n"));
    assertThat(env).hasContent(content);
  }

  @Test
  void whereNoFileCanBeNothingStarts() throws Exception {
    Path port = place.resolve("port");
    Path missing = place.resolve("missing/env");

    assertThat(Outcome.of(serving("--port-file", mocks.toString())).err()).contains("is a folder");
    assertThat(
            Outcome.of(serving("--port-file", port.toString(), "--env-file", missing.toString())))
        .isEqualTo(
            new Outcome(
                3,
                "",
                "homeport: env-file '"
                    + missing
                    + "' cannot be written: its folder does not exist (make the folder first)\n"));
    assertThat(port).doesNotExist();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkOfTheCommandLineStaysALink() throws Exception {
    Path target = Files.writeString(place.resolve("target"), "");
    Path link = Files.createSymbolicLink(place.resolve("link"), target);

    try (Served served = Served.with(serving("--port-file", link.toString()))) {
      assertThat(link).isSymbolicLink();
      assertThat(target).hasContent(port(served) + "\n");
    }
    assertThat(target).doesNotExist();
  }

  @Test
  void areReadableAsAnyFileThatIsMade() throws Exception {
    assumeThat(place.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Path made = Files.writeString(place.resolve("made"), "");
    Path port = place.resolve("port");

    try (Served served = Served.with(serving("--port-file", port.toString()))) {
      assertThat(served.startLine()).isNotEmpty();
      assertThat(Files.getPosixFilePermissions(port))
          .contains(PosixFilePermission.OWNER_READ)
          .isEqualTo(Files.getPosixFilePermissions(made));
    }
  }
}
