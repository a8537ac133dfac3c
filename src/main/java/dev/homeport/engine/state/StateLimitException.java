package dev.homeport.engine.state;

/** The state would grow beyond its bounds; the message says which, and what to do. */
public final class StateLimitException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  StateLimitException(String message) {
    super(message);
  }
}
