package dev.homeport.engine.state;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * State and data in memory; they bound themselves. Who changes them takes a lock, who reads takes
 * none.
 */
public final class BoundedState implements StateStore {

  private final ReentrantLock changing = new ReentrantLock();

  /** Written under the lock. */
  private volatile Moment now;

  private volatile Runnable listener = () -> {};

  public BoundedState(Moment beginning) {
    now = beginning;
  }

  @Override
  public Moment moment() {
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
  @SuppressWarnings("ReferenceEquality") // whether anything was put in their place
  public void changeAll(UnaryOperator<Moment> change) {
    changing.lock();
    try {
      Moment before = now;
      now = change.apply(before);
      if (now.data() != before.data()) {
        listener.run();
      }
    } finally {
      changing.unlock();
    }
  }

  @Override
  public void onDataChange(Runnable other) {
    listener = other;
  }
}
