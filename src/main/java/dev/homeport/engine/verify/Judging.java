package dev.homeport.engine.verify;

import java.time.Duration;

/**
 * A verification under way, for those who wait without holding a thread: they look whenever
 * requests came, until that is of no use any more or the time is over, and ask for the verdict
 * then. Safe for any number of threads, one at a time gets in.
 */
public final class Judging {

  private final Verifier verifier;
  private final Observation observation;
  private final Duration within;

  Judging(Verifier verifier, Observation observation, Duration within) {
    this.verifier = verifier;
    this.observation = observation;
    this.within = within;
  }

  /** How long to wait at most. */
  public Duration within() {
    return within;
  }

  /** Looks at what came since the last time; true when waiting for more is of no use. */
  public synchronized boolean look() {
    observation.look();
    return observation.isSettled();
  }

  /** What came of it: of what was seen when it was looked last, with no time left to wait. */
  public synchronized Verdict verdict() {
    return verifier.decided(observation, true);
  }
}
