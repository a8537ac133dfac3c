package dev.homeport.engine.verify;

import dev.homeport.engine.match.Mismatch;

/**
 * One thing of a request that is not as it was wanted. Fit to be shown.
 *
 * @param subject {@code json $.amount}
 * @param expected {@code to equal 42}
 * @param found {@code 41}
 */
public record Difference(String subject, String expected, String found) {

  public Difference {
    subject = Bounded.line(subject);
    expected = Bounded.line(expected);
    found = Bounded.line(found);
  }

  /** The words of a mismatch. */
  public static Difference of(Mismatch mismatch) {
    return new Difference(mismatch.subject(), mismatch.expected(), mismatch.found());
  }

  /** {@code expected json $.amount to equal 42, found 41}. */
  public String text() {
    return "expected " + subject + (expected.isEmpty() ? "" : " " + expected) + ", found " + found;
  }
}
