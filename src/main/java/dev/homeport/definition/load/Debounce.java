package dev.homeport.definition.load;

import java.util.concurrent.TimeUnit;

/**
 * Waits until nothing has changed for 50 ms, and at most 250 ms after the first change. Told the
 * time by its caller, in nanoseconds of any clock that only goes on. Confined to one thread.
 */
final class Debounce {

  /** How long nothing must change. */
  static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private boolean isWaiting;
  private long firstAt;
  private long dueAt;

  /** Something has changed. */
  void changed(long now) {
    if (!isWaiting) {
      isWaiting = true;
      firstAt = now;
    }
    dueAt = Math.min(now + QUIET_NANOS, firstAt + MOST_NANOS);
  }

  boolean isWaiting() {
    return isWaiting;
  }

  /** When to act, if it is waiting. */
  long dueAt() {
    return dueAt;
  }

  /** Whether it is time to act; then waiting is over. */
  boolean isDue(long now) {
    boolean isDue = isWaiting && now - dueAt >= 0;
    isWaiting &= !isDue;
    return isDue;
  }
}
