package dev.homeport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.diagnostic.Suggestion;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: {@code homeport [COMMAND] [FOLDER] [OPTIONS]}. */
public final class Main {

  static final Set<String> COMMANDS = Set.of("serve", "check", "explain", "ports", "run", "record");

  /** What stands after it is not for us. */
  private static final String BEFORE_A_COMMAND = "--";

  /** Said without a command, these are about the program; all else is for {@code serve}. */
  private static final Set<String> ABOUT = Set.of("--help", "-h", "--version", "-V");

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
    CommandLine program = commands(terminal, environment, command);
    return program.execute(withCommand(own.toArray(String[]::new)));
  }

  /**
   * The commands.
   *
   * @param command what {@code run} runs, with its arguments
   */
  static CommandLine commands(
      Terminal terminal, Map<String, String> environment, List<String> command) {
    CommandLine program = new CommandLine(new ServeCommand(terminal, environment));
    program.setCommandName("homeport");
    program.addSubcommand(new ServeCommand(terminal, environment));
    program.addSubcommand(new CheckCommand(terminal, environment));
    program.addSubcommand(new ExplainCommand(terminal, environment));
    program.addSubcommand(new PortsCommand(terminal));
    program.addSubcommand(new RunCommand(terminal, environment, command));
    program.addSubcommand(new RecordCommand(terminal, environment, Clock.systemUTC()));
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
