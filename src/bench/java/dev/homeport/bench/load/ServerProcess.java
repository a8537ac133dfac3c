package dev.homeport.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that runs, until it is closed. Used by one thread. */
final class ServerProcess implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final long POLL_NANOS = 500_000;

  /** A part of the heap, not of what lies outside: {@code tenured generation total 9K, used 7K}. */
  private static final Pattern HEAP_USED =
      Pattern.compile("^ *(?!Metaspace|class space)[a-zA-Z -]+ total \\d+K, used (\\d+)K");

  private final Server server;
  private final int port;
  private final Process process;
  private final Duration startUp;

  private ServerProcess(Server server, int port, Process process, Duration startUp) {
    this.server = server;
    this.port = port;
    this.process = process;
    this.startUp = startUp;
  }

  /**
   * Starts a server and waits for its first answer.
   *
   * @param options of the JVM
   * @throws IOException when it ends by itself, does not answer, or answers something else
   */
  static ServerProcess start(
      Server server, Workload workload, Cores cores, List<String> options, Path folder)
      throws IOException {
    int port = freePort();
    Path files = Files.createTempDirectory(folder, "server");
    Path log = Files.createTempFile(folder, "server", ".log");
    List<String> command = new ArrayList<>(cores.prefix());
    command.add(Machine.java("java"));
    command.addAll(options);
    command.addAll(server.prepare(workload, files, port));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    long begun = System.nanoTime();
    Process process = builder.start();
    try {
      awaitAnswer(workload.probe(), port, process);
    } catch (IOException e) {
      process.destroyForcibly();
      String said = Files.readString(log);
      throw new IOException(server.name() + ": " + e.getMessage() + "; it said:\n" + said, e);
    }
    Duration startUp = Duration.ofNanos(System.nanoTime() - begun);
    return new ServerProcess(server, port, process, startUp);
  }

  private static void awaitAnswer(Probe probe, int port, Process process) throws IOException {
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (!probe.ask(port)) {
      if (!process.isAlive()) {
        throw new IOException("it ended by itself");
      }
      if (System.nanoTime() > end) {
        throw new IOException("no answer within " + LONGEST_START.toSeconds() + " s");
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  Server server() {
    return server;
  }

  int port() {
    return port;
  }

  /** From the start of the process to the end of the first answer. */
  Duration startUp() {
    return startUp;
  }

  /** User and system time of the process so far; of the operating system, in steps of 10 ms. */
  Duration cpu() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** The memory it has in use, in bytes; 0 where there is no {@code /proc}. */
  long residentBytes() {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(server.name() + " has ended", e);
    }
  }

  /**
   * What its heap holds after a full collection, in bytes.
   *
   * @throws IOException when its JVM does not tell
   */
  long liveHeapBytes() throws IOException {
    jcmd("GC.run");
    long kibibytes =
        jcmd("GC.heap_info")
            .lines()
            .map(HEAP_USED::matcher)
            .filter(Matcher::find)
            .mapToLong(used -> Long.parseLong(used.group(1)))
            .sum();
    return kibibytes * 1024;
  }

  private String jcmd(String command) throws IOException {
    Process jcmd =
        new ProcessBuilder(Machine.java("jcmd"), Long.toString(process.pid()), command).start();
    return new String(jcmd.getInputStream().readAllBytes(), UTF_8);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
