package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Every third call, say: numbers 3, 6, 9, …
 *
 * @param step 1 or more
 */
public record EveryCall(long step) implements Condition {

  public EveryCall {
    if (step < 1) {
      throw new IllegalArgumentException("not a step: " + step);
    }
  }

  @Override
  public @Nullable Mismatch check(Scope scope) {
    long call = scope.call();
    return call > 0 && call % step == 0
        ? null
        : new Said(() -> "call", this::expected, () -> Long.toString(call));
  }

  private String expected() {
    return "to be a multiple of " + step;
  }

  @Override
  public String described() {
    return "call " + expected();
  }

  @Override
  public boolean dependsOnMoment() {
    return true;
  }

  @Override
  public int rank() {
    return Rank.HEAD;
  }
}
