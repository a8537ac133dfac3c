package dev.homeport.diagnostic;

import org.jspecify.annotations.Nullable;

/**
 * One mistake in the user's files: where it is, what was found and expected, and what to write
 * instead.
 *
 * @param at the place of the mistake
 * @param message what was found and what was expected, quoting the value; one line without a full
 *     stop
 * @param hint what to do, {@code did you mean 'status'?} for example, or null
 * @param excerpt the source line of {@code at}, as written, or null when there is none to show
 */
public record Problem(Location at, String message, @Nullable String hint, @Nullable String excerpt)
    implements Comparable<Problem> {

  @Override
  public int compareTo(Problem other) {
    return at.compareTo(other.at);
  }

  /**
   * One line: {@code mocks/users.yaml:14:7: unknown key 'staus' in response (did you mean
   * 'status'?)}.
   */
  @Override
  public String toString() {
    return at + ": " + message + (hint == null ? "" : " (" + hint + ")");
  }
}
