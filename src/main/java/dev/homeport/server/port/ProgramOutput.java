package dev.homeport.server.port;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a program of the system prints; run without a shell, not for long, and not listened to for
 * ever.
 */
final class ProgramOutput {

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 4 << 20;

  private ProgramOutput() {}

  /**
   * Runs a program without input and gives its standard output, at most 4 MiB of it; its exit
   * status says nothing (lsof has 1 for an empty list).
   *
   * @param command the program with its full path, then its arguments
   * @throws IOException when it cannot be run, or has not ended after 5 seconds; it is ended then
   */
  static String of(String... command) throws IOException {
    return within(LIMIT, command);
  }

  static String within(Duration limit, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      return text(process, limit);
    } catch (TimeoutException e) {
      throw new IOException(command[0] + " does not end", e);
    } catch (ExecutionException e) {
      throw new IOException(command[0] + " cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + command[0] + " ran", e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** A thread reads, for what has been started may keep its output open longer than it lives. */
  private static String text(Process process, Duration limit)
      throws ExecutionException, InterruptedException, TimeoutException {
    InputStream output = process.getInputStream();
    FutureTask<byte[]> reading = new FutureTask<>(() -> output.readNBytes(MOST_BYTES));
    Thread reader = new Thread(reading, "homeport-program");
    reader.setDaemon(true);
    reader.start();
    return new String(reading.get(limit.toMillis(), TimeUnit.MILLISECONDS), UTF_8);
  }

  /** Where Windows is; the variable is always there, and a full path leaves nothing to be found. */
  static String windowsFolder() {
    return new ProcessBuilder().environment().getOrDefault("SystemRoot", "C:\\Windows");
  }
}
