package dev.homeport.engine.state;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * One of the {@link Counters}. Exact, and safe for any number of threads. It is one object, for
 * where there are thousands of routes each object that a request touches is one more that is not in
 * the caches of the processor.
 */
public final class Count {

  private static final VarHandle VALUE;

  static {
    try {
      VALUE = MethodHandles.lookup().findVarHandle(Count.class, "value", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile long value;

  /** Of the counters, when it was last found among them; not what holds them, which may go. */
  private volatile @Nullable Object generation;

  Count(long value) {
    this.value = value;
  }

  /** Adds one and returns the new count: 1, 2, 3, … */
  public long next() {
    return (long) VALUE.getAndAdd(this, 1L) + 1;
  }

  /** Adds one if it is below the limit; false, and nothing counted, when it is not. */
  boolean tryTake(long limit) {
    long now = value;
    while (now < limit) {
      if (VALUE.compareAndSet(this, now, now + 1)) {
        return true;
      }
      now = value;
    }
    return false;
  }

  long get() {
    return value;
  }

  boolean isOf(Object counters) {
    return generation == counters;
  }

  void isOfNow(Object counters) {
    generation = counters;
  }
}
