package dev.homeport.engine.state;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Holds the state and the data of one port. Safe for any number of threads. */
public interface StateStore {

  /** What the state is now. Waits for nobody. */
  default State now() {
    return moment().state();
  }

  /** What state and data are now, both of the same moment. Waits for nobody. */
  Moment moment();

  /**
   * Runs a step during which nobody else changes the state or the data: what the step sees is what
   * it changes. Others that want to change them wait, so the step must be short and must not wait
   * itself.
   */
  <T> T inOneStep(Supplier<T> step);

  /** Puts another state in the place of the one that is there, in one step. */
  default void change(UnaryOperator<State> change) {
    changeAll(now -> now.with(change.apply(now.state())));
  }

  /** Puts another state and other data in the place of those that are there, in one step. */
  void changeAll(UnaryOperator<Moment> change);

  /**
   * Tells one listener of every change of the data from now on, in the step itself: it must be
   * short, must not wait, and must not change anything.
   */
  void onDataChange(Runnable listener);
}
