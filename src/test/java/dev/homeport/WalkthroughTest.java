package dev.homeport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The curl walk-through of {@code examples/}, run as a reader would run it. */
class WalkthroughTest {

  @TempDir Path folder;

  @Test
  void findsAllAsExpected() throws IOException, InterruptedException {
    assumeTrue(answers("bash", "--version") && answers("curl", "--version"), "no bash or no curl");
    Path output = folder.resolve("output");
    HomeportOptions options = HomeportOptions.of(Path.of("mocks")).withPort(0);
    try (Homeport shop = Homeport.start(options)) {
      int exit = run(output.toFile(), "bash", "examples/curl/walkthrough.sh", shop.url());
      assertThat(output).content().endsWith("All as expected.\n");
      assertThat(exit).isZero();
    }
  }

  private boolean answers(String... command) throws InterruptedException {
    try {
      return run(folder.resolve("version").toFile(), command) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static int run(File output, String... command) throws IOException, InterruptedException {
    Files.deleteIfExists(output.toPath());
    Process process =
        new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("still running: " + List.of(command));
    }
    return process.exitValue();
  }
}
