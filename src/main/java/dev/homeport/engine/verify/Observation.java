package dev.homeport.engine.verify;

import dev.homeport.engine.journal.Journal;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Something that is looked for in a journal while it grows. It looks at each entry once, so that
 * what was seen and dropped later is not missed. Confined to one thread.
 */
interface Observation {

  /** Looks at what is new and returns the id of the newest entry seen. */
  long look();

  /** Whether nothing that may come can make it better. */
  boolean isSettled();

  /** The ids of what was found so far. */
  IdSet found();

  /**
   * What is to be said now.
   *
   * @param watched whether it was looked for as long as was wanted
   */
  Verdict verdict(boolean watched);

  /**
   * Looks until it is settled or time is over.
   *
   * @return false when the thread was interrupted, which it then still is
   */
  default boolean lookFor(Duration time, Journal journal, LongSupplier nanoTime) {
    long seen = look();
    if (time.isZero() || isSettled()) {
      return true;
    }
    long begin = nanoTime.getAsLong();
    Duration left = time;
    try {
      // More may come for ever: that alone must not keep it going.
      while (!isSettled() && !left.isNegative() && journal.awaitMore(seen, left)) {
        seen = look();
        left = time.minusNanos(nanoTime.getAsLong() - begin);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      look();
    }
  }
}
