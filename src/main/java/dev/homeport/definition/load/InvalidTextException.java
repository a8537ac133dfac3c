package dev.homeport.definition.load;

import dev.homeport.diagnostic.Problem;
import dev.homeport.diagnostic.ProblemReport;
import java.util.List;

/** A text that was given at run time has problems; nothing of it is used. */
public final class InvalidTextException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  InvalidTextException(List<Problem> problems) {
    super(new ProblemReport(false).render(problems).stripTrailing());
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in the order of the text; at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
