package dev.homeport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.diagnostic.Suggestion;
import dev.homeport.server.HttpServer;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: {@code homeport [COMMAND] [FOLDER] [OPTIONS]}. */
public final class Main {

  static final Set<String> COMMANDS = Set.of("serve", "check", "explain", "ports", "run", "record");

  /** What stands after it is not for us. */
  private static final String BEFORE_A_COMMAND = "--";

  /** Said without a command, these are about the program; all else is for {@code serve}. */
  private static final Set<String> ABOUT = Set.of("--help", "-h", "--version", "-V");

  /** Those that open a port. */
  private static final Set<String> SERVING = Set.of("serve", "run", "record");

  private Main() {}

  public static void main(String[] args) {
    Log.toStandardError();
    Map<String, String> environment = System.getenv();
    int status = run(args, Terminal.ofProcess(environment), environment);
    if (status != ExitStatus.FINE) {
      System.exit(status);
    }
  }

  /**
   * Runs one command.
   *
   * @return the exit status
   */
  static int run(String[] args, Terminal terminal, Map<String, String> environment) {
    List<String> all = Arrays.asList(args);
    int end = all.indexOf(BEFORE_A_COMMAND);
    boolean runs = !all.isEmpty() && all.get(0).equals("run") && end > 0;
    List<String> own = runs ? all.subList(0, end) : all;
    List<String> command = runs ? all.subList(end + 1, all.size()) : List.of();
    String[] given = withCommand(own.toArray(String[]::new));
    if (SERVING.contains(given[0])) {
      HttpServer.prepare();
    }
    Map<String, Supplier<Object>> commands = commands(terminal, environment, command);
    CommandLine program =
        ABOUT.contains(given[0])
            ? program(new ServeCommand(terminal, environment), commands, terminal)
            : program(CommandSpec.create(), only(given[0], commands), terminal);
    return program.execute(given);
  }

  /**
   * The commands by their names, in the order of {@code --help}.
   *
   * @param command what {@code run} runs, with its arguments
   */
  private static Map<String, Supplier<Object>> commands(
      Terminal terminal, Map<String, String> environment, List<String> command) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("serve", () -> new ServeCommand(terminal, environment));
    commands.put("check", () -> new CheckCommand(terminal, environment));
    commands.put("explain", () -> new ExplainCommand(terminal, environment));
    commands.put("ports", () -> new PortsCommand(terminal));
    commands.put("run", () -> new RunCommand(terminal, environment, command));
    commands.put("record", () -> new RecordCommand(terminal, environment, Clock.systemUTC()));
    return commands;
  }

  /** Each command costs milliseconds of every start: its annotations are read by reflection. */
  private static Map<String, Supplier<Object>> only(
      String name, Map<String, Supplier<Object>> commands) {
    return Map.of(name, Objects.requireNonNull(commands.get(name)));
  }

  private static CommandLine program(
      Object itself, Map<String, Supplier<Object>> commands, Terminal terminal) {
    CommandLine program = new CommandLine(itself);
    program.setCommandName("homeport");
    commands.forEach((name, command) -> program.addSubcommand(name, command.get()));
    program
        .setExpandAtFiles(false)
        .setUsageHelpAutoWidth(true)
        .setOut(new PrintWriter(terminal.out(), true, UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, UTF_8))
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(terminal.outColoured())))
        .setParameterExceptionHandler((e, given) -> usage(e, terminal))
        .setExecutionExceptionHandler((e, failed, parsed) -> failure(e, terminal));
    return program;
  }

  private static CommandLine.Help.Ansi ansi(boolean coloured) {
    return coloured ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF;
  }

  /** {@code homeport mocks --port 0} is {@code homeport serve mocks --port 0}. */
  private static String[] withCommand(String[] args) {
    if (args.length > 0 && (COMMANDS.contains(args[0]) || ABOUT.contains(args[0]))) {
      return args;
    }
    List<String> all = new ArrayList<>(args.length + 1);
    all.add("serve");
    all.addAll(Arrays.asList(args));
    return all.toArray(String[]::new);
  }

  private static int usage(ParameterException e, Terminal terminal) {
    CommandLine command = e.getCommandLine();
    terminal.err().println("homeport: " + message(e, command));
    terminal.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitStatus.USAGE;
  }

  private static String message(ParameterException e, CommandLine command) {
    if (!(e instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return String.valueOf(e.getMessage());
    }
    String found = unmatched.getUnmatched().get(0);
    if (!found.startsWith("-")) {
      return "'" + found + "' is one argument too many";
    }
    int equals = found.indexOf('=');
    String name = equals < 0 ? found : found.substring(0, equals);
    String near = Suggestion.nearest(name, command.getCommandSpec().optionsMap().keySet());
    return "unknown option '" + name + "'" + (near == null ? "" : " (did you mean " + near + "?)");
  }

  private static int failure(Exception e, Terminal terminal) throws Exception {
    if (!(e instanceof UsageException)) {
      throw e;
    }
    terminal.err().println("homeport: " + e.getMessage());
    return ExitStatus.USAGE;
  }
}
