package dev.homeport.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Chooses what is measured, and on which servers. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures servers under load, bare Undertow beside them, and prints Markdown.",
      "Each runs in a process of its own, on one core where taskset exists; wrk asks from another."
    })
final class Main implements Callable<Integer> {

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      completionCandidates = Experiments.class,
      description = "What to measure (default: all): ${COMPLETION-CANDIDATES}.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often each server's turn comes (default: ${DEFAULT-VALUE}).")
  private int rounds = 9;

  @Option(
      names = "--duration",
      paramLabel = "SECONDS",
      description = "Of one turn (default: ${DEFAULT-VALUE}).")
  private int seconds = 3;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      description = "Of each server, before the first round (default: ${DEFAULT-VALUE}).")
  private int warmUpSeconds = 15;

  @Option(
      names = "--connections",
      paramLabel = "N",
      description = "Of the client (default: ${DEFAULT-VALUE}).")
  private int connections = 64;

  @Option(
      names = "--jar",
      paramLabel = "NAME=FILE",
      defaultValue = "Homeport=target/homeport.jar",
      description = "Homeport, and its name; several are compared (default: ${DEFAULT-VALUE}).")
  private Map<String, Path> jars = new LinkedHashMap<>();

  @Option(
      names = "--archive",
      paramLabel = "FILE",
      description = "A class-data archive of Homeport, which is measured with and without it.")
  private @Nullable Path archive;

  @Option(names = "--peers", description = "Measure WireMock and MockServer, too.")
  private boolean peers;

  @Option(
      names = "--java-option",
      paramLabel = "OPTION",
      description = "For the JVM of each server, such as -Xmx512m.")
  private List<String> javaOptions = new ArrayList<>();

  @Option(
      names = "--server-cores",
      paramLabel = "LIST",
      description = "As taskset wants them (default: ${DEFAULT-VALUE}).")
  private String serverCores = "0";

  @Option(
      names = "--client-cores",
      paramLabel = "LIST",
      description = "Likewise (default: ${DEFAULT-VALUE}).")
  private String clientCores = "1";

  private Main() {}

  public static void main(String[] args) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> ProcessHandle.current().children().forEach(ProcessHandle::destroy)));
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler(
        (failure, failed, parsed) -> {
          if (failure instanceof IOException || failure instanceof IllegalArgumentException) {
            failed.getErr().println("load: " + failure.getMessage());
            return 1;
          }
          throw failure;
        });
    System.exit(line.execute(args));
  }

  /**
   * Measures one experiment after the other.
   *
   * @throws IllegalArgumentException for options that cannot be followed
   */
  @Override
  public Integer call() throws IOException {
    List<Experiment> experiments = Experiments.named(names);
    if (!Machine.has("wrk")) {
      throw new IllegalArgumentException(
          "wrk is not installed; try 'apt install wrk' or 'brew install wrk'");
    }
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      Setup setup = setup(folder.path());
      setup.out().println(about());
      for (Experiment experiment : experiments) {
        experiment.run(setup);
      }
    }
    return 0;
  }

  private Setup setup(Path folder) {
    boolean pins = Machine.has("taskset");
    return new Setup(
        servers(),
        javaOptions,
        pins ? new Cores(serverCores) : Cores.ALL,
        pins ? new Cores(clientCores) : Cores.ALL,
        rounds,
        connections,
        Duration.ofSeconds(seconds),
        Duration.ofSeconds(warmUpSeconds),
        folder,
        System.out);
  }

  private List<Server> servers() {
    List<Server> servers = new ArrayList<>();
    servers.add(new BareUndertow());
    jars.forEach((name, jar) -> servers.add(homeport(name, jar, List.of())));
    if (archive != null) {
      List<String> sharing = List.of("-Xshare:on", "-XX:SharedArchiveFile=" + archive);
      jars.forEach((name, jar) -> servers.add(homeport(name + " with archive", jar, sharing)));
    }
    if (peers) {
      servers.addAll(Peers.all());
    }
    return servers;
  }

  private static Server homeport(String name, Path jar, List<String> options) {
    if (!Files.exists(jar)) {
      throw new IllegalArgumentException("there is no " + jar + "; make it with 'mvn package'");
    }
    return new HomeportJar(name, jar.toAbsolutePath(), options);
  }

  private String about() throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        %s; %d connections, %d rounds of %d s after %d s to warm up.
        Medians of the rounds; a ratio is that to bare Undertow in the same round.
        """
            .formatted(Machine.about(), connections, rounds, seconds, warmUpSeconds));
    for (Map.Entry<String, Path> jar : jars.entrySet()) {
      FileTime built = Files.getLastModifiedTime(jar.getValue());
      text.append("%s: %s, built %s\n".formatted(jar.getKey(), jar.getValue(), built));
    }
    return text.toString();
  }
}
