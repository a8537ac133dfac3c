package dev.homeport.engine.state;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Holds the state of one port. Safe for any number of threads. */
public interface StateStore {

  /** What it is now. Waits for nobody. */
  State now();

  /**
   * Runs a step during which nobody else changes the state: what the step sees is what it changes.
   * Others that want to change it wait, so the step must be short and must not wait itself.
   */
  <T> T inOneStep(Supplier<T> step);

  /** Puts another state in the place of the one that is there, in one step. */
  void change(UnaryOperator<State> change);
}
