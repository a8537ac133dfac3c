package dev.homeport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.Packaged.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, run as a user runs it. */
class HomeportJarIT {

  @TempDir Path folder;

  private Outcome run(String... arguments) throws Exception {
    return Packaged.alone(folder).run(arguments);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve("mocks").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void theSampleMocksHaveNoProblem() throws Exception {
    Outcome outcome = run("check", Path.of("mocks").toAbsolutePath().toString());

    assertThat(outcome.status()).as("%s", outcome).isZero();
  }

  @Test
  void aTypoIsShownWithPlaceLineAndWhatToWrite() throws Exception {
    write("users.yaml", "GET /users:\n  staus: 200\n");

    Outcome outcome = run("check");

    assertThat(outcome.status()).as("%s", outcome).isEqualTo(1);
    assertThat(outcome.out())
        .as("%s", outcome)
        .startsWith("mocks/users.yaml:2:3: unknown key 'staus'")
        .contains("did you mean 'status'?")
        .contains("\n    staus: 200\n    ^\n")
        .endsWith("1 problem in 1 file\n");
  }

  @Test
  void theVersionIsKnown() throws Exception {
    assertThat(run("--version").out()).matches("homeport \\d+\\.\\d+.*\n");
  }

  @Test
  void saysInFilesWhereItAnswersAsLongAsItDoes() throws Exception {
    write("a.yaml", "GET /a: { text: b }\n");
    Process process =
        Packaged.alone(folder)
            .start("mocks", "--port", "0", "--env-file", "homeport.env", "--port-file", "port");
    try (BufferedReader out = process.inputReader(UTF_8)) {
      String start = out.readLine();
      String url = start.substring(start.indexOf("http"));

      assertThat(start).startsWith("Homeport is running at http://127.0.0.1:");
      assertThat(folder.resolve("homeport.env")).content().startsWith("HOMEPORT_URL=" + url + "\n");
      assertThat(folder.resolve("port"))
          .content()
          .isEqualTo(start.substring(start.lastIndexOf(':') + 1) + "\n");
    } finally {
      process.toHandle().destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(folder.resolve("homeport.env")).doesNotExist();
    assertThat(folder.resolve("port")).doesNotExist();
  }
}
