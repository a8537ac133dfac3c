package dev.homeport;

import dev.homeport.diagnostic.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The mock files have problems, and the server was told to be strict about them. */
public final class InvalidMocksException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  InvalidMocksException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Every problem of every file, sorted by place; at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
