package dev.homeport.engine.data;

/** The data would grow beyond their bounds; the message says which, and what to do. */
public final class DataLimitException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  DataLimitException(String message) {
    super(message);
  }
}
