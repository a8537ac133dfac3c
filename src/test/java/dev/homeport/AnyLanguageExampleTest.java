package dev.homeport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests of {@code examples/any-language}, run as their reader would run them. */
class AnyLanguageExampleTest {

  @TempDir Path folder;

  @Test
  void curlFindsAllAsExpected() throws IOException, InterruptedException {
    assumeTrue(answers("bash", "--version") && answers("curl", "--version"), "no bash or no curl");
    Path output = folder.resolve("output");
    try (Homeport shop = shop()) {
      int exit = run(output, shop, "bash", "examples/any-language/checkout.sh", shop.url());

      assertThat(output).content().endsWith("All as expected.\n");
      assertThat(exit).isZero();
      assertThat(shop.requests()).isEmpty();
    }
  }

  @Test
  void nodesOwnTestRunnerPasses() throws IOException, InterruptedException {
    assumeTrue(answers("node", "--test", "--version"), "no node with a test runner");
    Path output = folder.resolve("output");
    try (Homeport shop = shop()) {
      int exit = run(output, shop, "node", "--test", "examples/any-language/checkout.test.mjs");

      assertThat(exit).as(Files.readString(output)).isZero();
      assertThat(output).content().contains("pass 4");
      assertThat(shop.requests()).isEmpty();
    }
  }

  private static Homeport shop() {
    return Homeport.start(HomeportOptions.of(Path.of("mocks")).withPort(0));
  }

  private boolean answers(String... command) throws InterruptedException {
    try {
      return run(folder.resolve("version"), null, command) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static int run(Path output, @Nullable Homeport shop, String... command)
      throws IOException, InterruptedException {
    Files.deleteIfExists(output);
    File file = output.toFile();
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command)).redirectErrorStream(true).redirectOutput(file);
    if (shop != null) {
      builder.environment().put("HOMEPORT_URL", shop.url());
    }
    Process process = builder.start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("still running: " + List.of(command));
    }
    return process.exitValue();
  }
}
