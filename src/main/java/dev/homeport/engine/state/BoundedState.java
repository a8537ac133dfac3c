package dev.homeport.engine.state;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The state in memory; {@link State} bounds it. Who changes it takes a lock, who reads takes none.
 */
public final class BoundedState implements StateStore {

  private final ReentrantLock changing = new ReentrantLock();

  /** Written under the lock. */
  private volatile State now;

  public BoundedState(State beginning) {
    now = beginning;
  }

  @Override
  public State now() {
    return now;
  }

  @Override
  public <T> T inOneStep(Supplier<T> step) {
    changing.lock();
    try {
      return step.get();
    } finally {
      changing.unlock();
    }
  }

  @Override
  public void change(UnaryOperator<State> change) {
    changing.lock();
    try {
      now = change.apply(now);
    } finally {
      changing.unlock();
    }
  }
}
