package dev.homeport;

/**
 * The requests that came are not those that were wanted. The message says in its first line what
 * was wanted and found, then shows the closest requests with what differs.
 */
public final class VerificationError extends AssertionError {

  private static final long serialVersionUID = 1;

  VerificationError(String message) {
    super(message);
  }
}
