package dev.homeport.server.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.xnio.XnioIoThread;

/**
 * Lets the steps of one connection follow each other on its I/O thread, none of them before it has
 * begun. Safe for any number of threads.
 */
final class Turns {

  private final XnioIoThread thread;

  /** What is to be done when it has begun; for the thread alone. */
  private final List<Runnable> waiting = new ArrayList<>(0);

  /** For the thread alone. */
  private boolean isBegun;

  Turns(XnioIoThread thread) {
    this.thread = thread;
  }

  /** Does what waits, and from now on what comes at once; on the thread. */
  void begin() {
    isBegun = true;
    List<Runnable> steps = List.copyOf(waiting);
    waiting.clear();
    steps.forEach(Runnable::run);
  }

  /**
   * At once on the thread, else soon, and not before it has begun.
   *
   * @return false when the thread has ended, and the step will never be done
   */
  boolean take(Runnable step) {
    if (Thread.currentThread() != thread) {
      return takeLater(() -> take(step));
    }
    if (isBegun) {
      step.run();
    } else {
      waiting.add(step);
    }
    return true;
  }

  /** Soon, begun or not; otherwise as {@link #take}. */
  boolean takeLater(Runnable step) {
    try {
      thread.execute(step);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /** At once on the thread, or when that has ended; else soon. */
  void takeInAnyCase(Runnable step) {
    if (Thread.currentThread() == thread || !takeLater(step)) {
      step.run();
    }
  }
}
