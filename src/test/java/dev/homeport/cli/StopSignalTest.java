package dev.homeport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Signals end a whole virtual machine, so each test has one of its own. */
@DisabledOnOs(OS.WINDOWS)
class StopSignalTest {

  private static final int BY_SIGTERM = 143;

  @TempDir Path folder;

  /** Says that it stops, and never does. */
  static final class NeverStops {

    private NeverStops() {}

    public static void main(String[] args) {
      CountDownLatch never = new CountDownLatch(1);
      StopSignal signal =
          StopSignal.calling(
              () -> {
                System.out.println("stopping");
                try {
                  never.await();
                } catch (InterruptedException e) {
                  System.out.println("interrupted");
                }
              });
      System.out.println("started");
      signal.await();
    }
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    classPath()),
                Stream.of(arguments))
            .toList();
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  @Test
  void theFirstSignalStopsTheServer() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), "GET /a: {}\n");
    Process process = start(Main.class.getName(), folder.toString(), "--port", "0");
    try (BufferedReader out = reader(process)) {
      assertThat(out.readLine()).startsWith("Homeport is running at http://127.0.0.1:");

      process.toHandle().destroy();

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(BY_SIGTERM);
      assertThat(out.readLine()).isNull();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aSecondSignalEndsAtOnceWhatDoesNotWantToStop() throws Exception {
    Process process = start(NeverStops.class.getName());
    try (BufferedReader out = reader(process)) {
      assertThat(out.readLine()).isEqualTo("started");
      process.toHandle().destroy();
      assertThat(out.readLine()).isEqualTo("stopping");

      process.toHandle().destroy();

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(BY_SIGTERM);
    } finally {
      process.destroyForcibly();
    }
  }

  /** A launcher may have put the tests' class path into a class loader of its own. */
  private static String classPath() {
    return StopSignalTest.class.getClassLoader() instanceof URLClassLoader loader
        ? Arrays.stream(loader.getURLs())
            .map(url -> Path.of(URI.create(url.toString())).toString())
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }
}
