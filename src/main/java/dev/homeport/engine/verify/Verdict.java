package dev.homeport.engine.verify;

import java.util.List;
import java.util.Optional;

/**
 * What came of a verification. A failure explains itself. Immutable.
 *
 * @param failure empty when it passed
 * @param summary what was wanted and found, in one line
 * @param heading what the evidence is: {@code closest}; empty without evidence
 * @param evidence requests that explain a failure, at most three
 * @param more how many others there are
 */
public record Verdict(
    Optional<Failure> failure, String summary, String heading, List<Evidence> evidence, long more) {

  /** Most requests that a verdict shows. */
  public static final int MOST_EVIDENCE = 3;

  /** Why a verification failed. */
  public enum Failure {
    /** Too few or too many. */
    COUNT,
    /** Not in the order that was wanted. */
    ORDER,
    /** Requests that nobody asked for. */
    OTHER_REQUESTS,
    /** Requests that no route answered. */
    UNMATCHED_REQUESTS,
    /** Requests were dropped on which it depends. Nobody knows. */
    JOURNAL_OVERFLOWED,
    /** The journal kept only the beginning of a body on which it depends. Nobody knows. */
    BODY_CUT,
    /** The thread was interrupted while it waited. Nobody knows. */
    INTERRUPTED
  }

  public Verdict {
    evidence = List.copyOf(evidence);
  }

  static Verdict pass(String summary) {
    return new Verdict(Optional.empty(), summary, "", List.of(), 0);
  }

  static Verdict fail(Failure failure, String summary) {
    return new Verdict(Optional.of(failure), summary, "", List.of(), 0);
  }

  Verdict with(String title, List<Evidence> requests, long others) {
    return requests.isEmpty() ? this : new Verdict(failure, summary, title, requests, others);
  }

  public boolean passed() {
    return failure.isEmpty();
  }

  /** The summary, and below it the evidence, a line each with its differences. */
  public String text() {
    StringBuilder text = new StringBuilder(summary);
    if (!evidence.isEmpty()) {
      text.append('\n').append(heading).append(':');
      evidence.forEach(each -> each.appendTo(text));
      if (more > 0) {
        text.append("\n  and ").append(more).append(" more");
      }
    }
    return text.toString();
  }
}
