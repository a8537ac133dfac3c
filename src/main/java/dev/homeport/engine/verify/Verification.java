package dev.homeport.engine.verify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is to be verified. Immutable. */
public sealed interface Verification {

  /** Judges it over a journal; holds the thread as long as it waits. */
  Verdict judge(Verifier verifier);

  /** Begins it, for those who wait without holding a thread; empty when it does not wait. */
  default Optional<Judging> begin(Verifier verifier) {
    return Optional.empty();
  }

  /** How often a request was made. */
  record Counted(RequestPattern pattern, Count count) implements Verification {

    /** At least once. */
    public Counted(RequestPattern pattern) {
      this(pattern, Count.atLeast(1));
    }

    @Override
    public Verdict judge(Verifier verifier) {
      return verifier.verify(pattern, count);
    }

    @Override
    public Optional<Judging> begin(Verifier verifier) {
      return count.within().isZero()
          ? Optional.empty()
          : Optional.of(verifier.begin(pattern, count));
    }
  }

  /** How often mocks sent a message by themselves; judged over the journal of these. */
  record Sent(Counted counted) implements Verification {

    @Override
    public Verdict judge(Verifier verifier) {
      return counted.judge(verifier);
    }

    @Override
    public Optional<Judging> begin(Verifier verifier) {
      return counted.begin(verifier);
    }
  }

  /**
   * Whether requests were made one after the other; others may lie between.
   *
   * @param within how long to wait for the last
   */
  record InOrder(List<RequestPattern> patterns, Duration within) implements Verification {

    public InOrder {
      patterns = List.copyOf(patterns);
    }

    @Override
    public Verdict judge(Verifier verifier) {
      return verifier.verifyInOrder(patterns, within);
    }

    @Override
    public Optional<Judging> begin(Verifier verifier) {
      return within.isZero()
          ? Optional.empty()
          : Optional.of(verifier.beginInOrder(patterns, within));
    }
  }

  /** Whether every request fits one of these patterns or was verified before. */
  record NoOthers(List<RequestPattern> patterns) implements Verification {

    public NoOthers {
      patterns = List.copyOf(patterns);
    }

    @Override
    public Verdict judge(Verifier verifier) {
      return verifier.noOtherRequests(patterns);
    }
  }

  /** Whether every request was answered by a route, or by the server as it should. */
  record NoUnmatched() implements Verification {

    @Override
    public Verdict judge(Verifier verifier) {
      return verifier.noUnmatchedRequests(List.of());
    }
  }
}
