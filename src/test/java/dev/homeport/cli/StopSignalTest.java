package dev.homeport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

  @Test
  void theFirstSignalStopsTheServer() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), "GET /a: {}\n");
    Path port = folder.resolve("port");
    Process process =
        Programs.start(
            Main.class, folder.toString(), "--port", "0", "--port-file", port.toString());
    try (BufferedReader out = Programs.reader(process)) {
      String start = out.readLine();
      assertThat(start).startsWith("Homeport is running at http://127.0.0.1:");
      assertThat(start).endsWith(":" + Files.readString(port).strip());

      process.toHandle().destroy();

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(BY_SIGTERM);
      assertThat(out.readLine()).isNull();
      assertThat(port).doesNotExist();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aSecondSignalEndsAtOnceWhatDoesNotWantToStop() throws Exception {
    Process process = Programs.start(NeverStops.class);
    try (BufferedReader out = Programs.reader(process)) {
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
}
