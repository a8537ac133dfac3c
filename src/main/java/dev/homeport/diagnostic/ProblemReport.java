package dev.homeport.diagnostic;

import java.util.Collection;

/**
 * Problems as text for people: each with its place, what to write, the source line and a caret
 * under the culprit, and at the end how many there are.
 *
 * <pre>
 * mocks/users.yaml:14:7: unknown key 'staus' in response (did you mean 'status'?)
 *       staus: 200
 *       ^
 * 1 problem in 1 file
 * </pre>
 *
 * Has no state; safe to share.
 */
public final class ProblemReport {

  /** A message that quotes a whole file helps nobody. */
  private static final int LONGEST_MESSAGE = 1_000;

  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String RED = "\u001b[31m";
  private static final String GREEN = "\u001b[32m";

  private final boolean coloured;

  /**
   * @param coloured whether to write ANSI colours; the caller knows whether a terminal shows them
   */
  public ProblemReport(boolean coloured) {
    this.coloured = coloured;
  }

  /**
   * The report in the order given, each line ended by {@code \n}; nothing at all when there is no
   * problem.
   */
  public String render(Collection<Problem> problems) {
    if (problems.isEmpty()) {
      return "";
    }
    StringBuilder report = new StringBuilder();
    for (Problem problem : problems) {
      append(report, problem);
    }
    return report.append(coloured(BOLD, summary(problems))).append('\n').toString();
  }

  /** How many problems there are: {@code 3 problems in 2 files}. */
  public static String summary(Collection<Problem> problems) {
    long files = problems.stream().map(problem -> problem.at().file()).distinct().count();
    return count(problems.size(), "problem") + " in " + count(files, "file");
  }

  private static String count(long number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }

  private void append(StringBuilder report, Problem problem) {
    report.append(coloured(BOLD, VisibleText.of(problem.at().toString()))).append(": ");
    report.append(coloured(RED, VisibleText.of(problem.message(), LONGEST_MESSAGE)));
    String hint = problem.hint();
    if (hint != null) {
      report.append(" (").append(coloured(GREEN, VisibleText.of(hint, LONGEST_MESSAGE)));
      report.append(')');
    }
    report.append('\n');
    String excerpt = problem.excerpt();
    if (excerpt != null) {
      Caret caret = Caret.under(excerpt, problem.at().column());
      report.append("  ").append(caret.source()).append('\n');
      report.append("  ").append(coloured(RED, caret.pointer())).append('\n');
    }
  }

  private String coloured(String colour, String text) {
    return coloured ? colour + text + RESET : text;
  }
}
