package dev.homeport.server;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests that are being answered. Safe for any number of threads. */
final class RunningRequests {

  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean closing;

  void begin() {
    count.incrementAndGet();
  }

  void end() {
    if (count.decrementAndGet() == 0 && closing) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /** Whether {@link #close} was called. */
  boolean isClosing() {
    return closing;
  }

  /** From now on answers close their connections; waits for those that run, at most so long. */
  synchronized void close(Duration atMost) {
    closing = true;
    long deadline = System.nanoTime() + atMost.toNanos();
    long left = atMost.toMillis();
    try {
      while (count.get() > 0 && left > 0) {
        wait(left);
        left = (deadline - System.nanoTime()) / 1_000_000;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
