package dev.homeport.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Serves a folder while a command runs, which finds the server by {@code HOMEPORT_URL}, and a
 * service by {@code USERS_URL}. Standard output is the command's alone; at the end a summary goes
 * to standard error.
 */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = ProgramVersion.class,
    customSynopsis = "homeport run [OPTIONS] [FOLDER] -- CMD [ARG...]",
    description = {
      "Serve a folder while a command runs, and exit with its status.",
      "The command stands after -- and finds the server by HOMEPORT_URL,",
      "a service of the folder by its name: USERS_URL."
    })
final class RunCommand implements Callable<Integer> {

  /** Of a command that is not there (POSIX shells). */
  private static final int NOT_FOUND = 127;

  /** What a command may take to end when it is told to, before it is killed. */
  private static final long PATIENCE_SECONDS = 10;

  private final Terminal terminal;
  private final Map<String, String> environment;
  private final List<String> command;

  @Mixin private FolderOptions folder = new FolderOptions();
  @Mixin private ServeOptions options = new ServeOptions();

  @Option(
      names = "--fail-on-unmatched",
      description = "Exit with 1 when a request came that no route answered.")
  private boolean failOnUnmatched;

  /**
   * A command line.
   *
   * @param command with its arguments; empty when there was none
   */
  RunCommand(Terminal terminal, Map<String, String> environment, List<String> command) {
    this.terminal = terminal;
    this.environment = environment;
    this.command = List.copyOf(command);
  }

  @Override
  public Integer call() throws UsageException {
    if (command.isEmpty()) {
      throw new UsageException("no command to run (write -- before it: homeport run -- npm test)");
    }
    int status;
    boolean isQuiet;
    RunSummary summary;
    try (Serving serving = Serving.start(terminal, environment, folder, options)) {
      serving.announce(terminal);
      status = run(serving);
      summary = RunSummary.of(serving.served());
      isQuiet = serving.settings().quiet();
    } catch (NotServedException e) {
      return e.status();
    }
    // The log of the requests has been printed by now.
    if (!isQuiet) {
      terminal.err().print(summary.text());
    }
    boolean fails = failOnUnmatched && summary.unmatched() > 0;
    return status == ExitStatus.FINE && fails ? ExitStatus.PROBLEMS : status;
  }

  private int run(Serving serving) {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(AddressVariables.of(serving.served()));
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      terminal.err().println("homeport: '" + command.get(0) + "' cannot be run: " + reason(e));
      return NOT_FOUND;
    }
    StopSignal signal =
        StopSignal.calling(
            () -> {
              end(process);
              serving.close();
            });
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      end(process);
      Thread.currentThread().interrupt();
      return ExitStatus.NOT_STARTED;
    } finally {
      signal.forget();
    }
  }

  private static String reason(IOException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }

  /** A command that was told to end may need the server for that. */
  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }
}
