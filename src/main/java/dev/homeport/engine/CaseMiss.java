package dev.homeport.engine;

import dev.homeport.engine.match.Mismatch;
import dev.homeport.engine.route.Case;
import org.jspecify.annotations.Nullable;

/**
 * A case that did not answer, and why.
 *
 * @param mismatch the first condition that failed, or null when {@code other} says what it was
 * @param other {@code times}, {@code chance} or a missing file, in words
 */
record CaseMiss(Case tried, @Nullable Mismatch mismatch, String other) {

  /** {@code mocks/users.yaml:7:5: expected query parameter page to equal 2, found '3'}. */
  @Override
  public String toString() {
    String why =
        mismatch == null
            ? other
            : "expected "
                + mismatch.subject()
                + " "
                + mismatch.expected()
                + ", found "
                + mismatch.found();
    return tried.at() + ": " + why;
  }
}
