package dev.homeport.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The client: wrk with one thread, and a script that sends the requests of a workload. */
final class Wrk {

  /** Requests follow each other in steps of this prime, so that none is beside the one before. */
  private static final String SCRIPT =
      """
      local requests = {}
      local at = 0

      init = function()
        %s
      end

      request = function()
        at = (at + 7919) %% #requests
        return requests[at + 1]
      end

      done = function(summary, latency)
        local errors = summary.errors
        io.write(('\\nmeasured %%d %%d %%d %%d %%d %%d\\n'):format(
            summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
            latency:percentile(99.9),
            errors.connect + errors.read + errors.write + errors.status + errors.timeout))
      end
      """;

  /** Each connection waits before each request, 0 to so many ms. */
  private static final String THINKING =
      """

      delay = function()
        return math.random(0, %d)
      end
      """;

  private final Path script;
  private final Cores cores;

  private Wrk(Path script, Cores cores) {
    this.script = script;
    this.cores = cores;
  }

  /** Asks as fast as the server answers. */
  static Wrk of(Workload workload, Cores cores, Path folder) throws IOException {
    return of(SCRIPT.formatted(workload.requests()), cores, folder);
  }

  /** Waits before each request, for a random time between zero and this, in milliseconds. */
  static Wrk thinking(Workload workload, int mostMillis, Cores cores, Path folder)
      throws IOException {
    String script = SCRIPT.formatted(workload.requests()) + THINKING.formatted(mostMillis);
    return of(script, cores, folder);
  }

  private static Wrk of(String script, Cores cores, Path folder) throws IOException {
    return new Wrk(Files.writeString(Files.createTempFile(folder, "wrk", ".lua"), script), cores);
  }

  /**
   * Asks for some time.
   *
   * @throws IOException when wrk cannot be run
   */
  Measurement run(ServerProcess server, int connections, Duration duration) throws IOException {
    List<String> command = new ArrayList<>(cores.prefix());
    command.addAll(List.of("wrk", "-t1", "-c" + connections, "-d" + duration.toSeconds() + "s"));
    command.addAll(List.of("--timeout", "30s", "-s", script.toString()));
    command.add("http://127.0.0.1:" + server.port());
    Duration before = server.cpu();
    Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(wrk.getInputStream().readAllBytes(), UTF_8);
    Duration cpu = server.cpu().minus(before);
    return measured(output, cpu);
  }

  private static Measurement measured(String output, Duration cpu) throws IOException {
    long[] numbers =
        output
            .lines()
            .filter(line -> line.startsWith("measured "))
            .flatMap(line -> Arrays.stream(line.substring("measured ".length()).split(" ")))
            .mapToLong(Long::parseLong)
            .toArray();
    if (numbers.length == 0) {
      throw new IOException("wrk measured nothing: " + output.strip());
    }
    return new Measurement(
        numbers[0],
        micros(numbers[1]),
        cpu,
        micros(numbers[2]),
        micros(numbers[3]),
        micros(numbers[4]),
        numbers[5]);
  }

  private static Duration micros(long micros) {
    return Duration.of(micros, ChronoUnit.MICROS);
  }
}
