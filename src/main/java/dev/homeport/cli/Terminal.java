package dev.homeport.cli;

import dev.homeport.diagnostic.Problem;
import dev.homeport.diagnostic.ProblemReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/**
 * Where the program prints: results on {@code out}, all else on {@code err}, in UTF-8. Colours only
 * where a person sees them.
 *
 * @param out standard output
 * @param err standard error
 * @param outColoured whether colours are shown on standard output
 * @param errColoured whether colours are shown on standard error
 */
record Terminal(PrintStream out, PrintStream err, boolean outColoured, boolean errColoured) {

  private static final int OUT = 1;
  private static final int ERR = 2;

  /** The streams of this process. */
  static Terminal ofProcess(Map<String, String> environment) {
    boolean wanted = wantsColours(environment);
    return new Terminal(
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        wanted && isShown(OUT),
        wanted && isShown(ERR));
  }

  /** {@code NO_COLOR} that is not empty (no-color.org), or a terminal that knows none. */
  static boolean wantsColours(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /**
   * Java tells only whether input and output are both a terminal, and from version 22 on not even
   * that. Where the system shows what is behind each stream, that is asked, so that {@code 2> log}
   * holds no colours.
   */
  @SuppressWarnings("SystemConsoleNull") // asked for the versions where it tells something
  private static boolean isShown(int stream) {
    Path link = Path.of("/proc/self/fd/" + stream);
    if (!Files.isSymbolicLink(link)) {
      return Runtime.version().feature() < 22 && System.console() != null;
    }
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }

  /** Prints problems as a result. */
  void report(Collection<Problem> problems) {
    out.print(new ProblemReport(outColoured).render(problems));
    out.flush();
  }

  /** Prints problems as a part of the log. */
  void log(Collection<Problem> problems) {
    err.print(new ProblemReport(errColoured).render(problems));
    err.flush();
  }
}
