package dev.homeport.cli;

/** An option, a variable of the environment or a folder is none. The text says what to write. */
final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }

  /** The same message, found by somebody who checks values. */
  static UsageException of(IllegalArgumentException cause) {
    String message = cause.getMessage();
    return new UsageException(message == null ? cause.toString() : message);
  }

  /** What is wrong; never null. */
  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }
}
