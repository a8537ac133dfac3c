package dev.homeport;

import dev.homeport.diagnostic.Problem;
import dev.homeport.diagnostic.ProblemReport;
import java.util.List;

/**
 * The mock files have problems, and the server was told to be strict about them. The message is the
 * whole report: every problem with its place, its line and a caret.
 */
public final class InvalidMocksException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  InvalidMocksException(List<Problem> problems) {
    super(new ProblemReport(false).render(problems).stripTrailing());
    this.problems = List.copyOf(problems);
  }

  /** Every problem of every file, sorted by place; at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
