package dev.homeport.cli;

/** What the program's exit status means. */
final class ExitStatus {

  /** All is well. */
  static final int FINE = 0;

  /** There are problems in the user's files, or what was asked for is not so. */
  static final int PROBLEMS = 1;

  /** Options, variables of the environment or a folder that are none. */
  static final int USAGE = 2;

  /** The server could not start: a port that is taken, say. */
  static final int NOT_STARTED = 3;

  private ExitStatus() {}
}
