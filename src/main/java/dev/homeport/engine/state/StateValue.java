package dev.homeport.engine.state;

import dev.homeport.engine.json.MeasuredJson;
import org.jspecify.annotations.Nullable;

/**
 * One value of the state: plain JSON that nobody can change any more. Immutable.
 *
 * @param plain Map (in order), List, String, Number, Boolean or null, unmodifiable all the way down
 * @param size about how many characters it has as JSON
 */
record StateValue(@Nullable Object plain, long size) {

  /**
   * Copies a value.
   *
   * @param value plain values of JSON
   * @throws StateLimitException when it is nested deeper than {@link State#MAX_DEPTH}, or larger
   *     than {@link State#MAX_SIZE}
   */
  static StateValue of(@Nullable Object value) {
    try {
      MeasuredJson copy = MeasuredJson.of(value, State.MAX_SIZE);
      return new StateValue(copy.plain(), copy.size());
    } catch (MeasuredJson.TooMuchException e) {
      throw e.isTooDeep()
          ? new StateLimitException(
              "the value is nested deeper than " + State.MAX_DEPTH + " levels")
          : State.tooLarge();
    }
  }
}
