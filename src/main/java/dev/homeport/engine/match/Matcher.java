package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What a value must be. Immutable records, compared by value, safe to share.
 *
 * <p>Of several values one must satisfy the whole matcher; what stands under {@code not} none may
 * satisfy. So a matcher judges one value and sees all: most look at the one, {@link Not} and {@link
 * Presence} at all of them.
 */
public sealed interface Matcher
    permits Equal,
        TextOperator,
        Matches,
        OneOf,
        Comparison,
        TimeComparison,
        Length,
        OfType,
        JsonOperator,
        Presence,
        Exactly,
        Not,
        AnyMatcher,
        AllMatchers {

  /** Whether the values of one place satisfy it. */
  default boolean holds(Values values, Scope scope) {
    if (values.all().isEmpty()) {
      return holdsFor(null, values, scope);
    }
    for (Value value : values.all()) {
      if (holdsFor(value, values, scope)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether it is satisfied by one value.
   *
   * @param value one of all; null when there is none
   */
  boolean holdsFor(@Nullable Value value, Values all, Scope scope);

  /**
   * Completes "expected (subject) …": {@code to contain 'json'}.
   *
   * @param scope renders templates in operands; null shows them as written
   */
  String expected(@Nullable Scope scope);

  /** Whether the same values may be judged differently another time. */
  boolean dependsOnMoment();

  /** A closer look at why values do not satisfy it, or null where there is nothing to add. */
  default @Nullable Detail detail(Values values, Scope scope) {
    return null;
  }

  /**
   * Where inside the value the fault lies.
   *
   * @param place a path into the value
   * @param expected completes "expected (place) …"
   * @param found what is there
   */
  record Detail(String place, String expected, String found) {}
}
