package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The number of this call lies in a range.
 *
 * @param from 1 or more
 * @param to not below it; {@link Long#MAX_VALUE} for no end
 */
public record CallBetween(long from, long to) implements Condition {

  public CallBetween {
    if (from < 1 || to < from) {
      throw new IllegalArgumentException("not a range of calls: " + from + ".." + to);
    }
  }

  @Override
  public @Nullable Mismatch check(Scope scope) {
    long call = scope.call();
    return call >= from && call <= to
        ? null
        : new Said(() -> "call", this::expected, () -> Long.toString(call));
  }

  private String expected() {
    if (from == to) {
      return "to be number " + from;
    } else if (to == Long.MAX_VALUE) {
      return "to be number " + from + " or later";
    }
    return "to be one of number " + from + " to " + to;
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
