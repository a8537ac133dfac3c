package dev.homeport.engine;

import dev.homeport.engine.answer.Delay;
import dev.homeport.engine.answer.FaultPlan;
import dev.homeport.engine.answer.StatusPlan;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is put on a route for a while, over what its file says. Immutable.
 *
 * @param status is answered at once, no case is tried; empty leaves the answer as it is
 * @param delay instead of the answer's own; empty leaves it
 * @param fault in the midst of the answer, or, if it sends no head, at once and with no case tried;
 *     empty leaves the answer whole
 * @param lasting how long it is there; empty until it is taken away
 * @param times for how many requests, 0 for no limit
 */
public record RouteOverride(
    OptionalInt status,
    Optional<Delay> delay,
    Optional<FaultPlan> fault,
    Optional<Duration> lasting,
    long times) {

  public RouteOverride {
    if (status.isEmpty() && delay.isEmpty() && fault.isEmpty()) {
      throw new IllegalArgumentException("an override of nothing");
    }
    if (status.isPresent() && !StatusPlan.isFinal(status.getAsInt())) {
      throw new IllegalArgumentException("status " + status.getAsInt());
    }
    if (times < 0) {
      throw new IllegalArgumentException("times " + times);
    }
  }

  /** Whether it answers by itself, so that no case is tried. */
  public boolean answersAtOnce() {
    return status.isPresent() || fault.filter(each -> !each.sendsHead()).isPresent();
  }
}
