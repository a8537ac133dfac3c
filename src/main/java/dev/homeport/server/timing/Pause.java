package dev.homeport.server.timing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;

/** The wait before each of several items. Lives on one I/O thread; no thread waits. */
public final class Pause {

  private final XnioIoThread thread;
  private final Supplier<Duration> length;
  private final Runnable ended;
  private XnioExecutor.@Nullable Key alarm;
  private boolean isRunning;
  private boolean isDue;

  /**
   * Pauses that have not begun.
   *
   * @param length asked once for each item
   * @param ended run when a pause is over: the next item is due
   */
  public Pause(XnioIoThread thread, Supplier<Duration> length, Runnable ended) {
    this.thread = thread;
    this.length = length;
    this.ended = ended;
  }

  /** Milliseconds for a timer, rounded up: nothing comes before its time. */
  public static long millis(Duration wait) {
    return wait.plusNanos(999_999).toMillis();
  }

  /**
   * Whether the next item must wait, for a pause that begins now; false after a pause, for the one
   * item that it was for.
   *
   * @throws java.util.concurrent.RejectedExecutionException when the server's threads have ended
   */
  public boolean begins() {
    if (isDue) {
      isDue = false;
      return false;
    }
    Duration wait = length.get();
    if (wait.isZero()) {
      return false;
    }
    isRunning = true;
    alarm = thread.executeAfter(this::end, millis(wait), TimeUnit.MILLISECONDS);
    return true;
  }

  private void end() {
    alarm = null;
    isRunning = false;
    isDue = true;
    ended.run();
  }

  public boolean isRunning() {
    return isRunning;
  }

  /** Ends a pause that is running; nothing is run. */
  public void cancel() {
    if (alarm != null) {
      alarm.remove();
    }
  }
}
