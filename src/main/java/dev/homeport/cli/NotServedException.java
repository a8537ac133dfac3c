package dev.homeport.cli;

/** A folder cannot be served; why was said on standard error. */
final class NotServedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;

  /** With the exit status that the program ends with. */
  NotServedException(int status) {
    super(null, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
