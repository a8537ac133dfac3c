package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;
import org.jspecify.annotations.Nullable;

/** Something a request must be. Immutable records, compared by value, safe to share. */
public interface Condition {

  /** Null when it holds, else what was expected and what came. */
  @Nullable Mismatch check(Scope scope);

  /**
   * Whether the same request may be judged differently another time: {@code call}, {@code test},
   * and what holds one.
   */
  default boolean dependsOnMoment() {
    return false;
  }
}
