package dev.homeport.definition.load;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Reloads a folder whenever something in it has changed. A daemon thread of its own does it; what
 * goes wrong there is told, and the next change is another try.
 */
public final class FolderWatcher implements AutoCloseable {

  private static final Duration FAREWELL = Duration.ofSeconds(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final LiveMocks mocks;
  private final FolderEvents events;
  private final Consumer<? super Throwable> failures;
  private final Thread thread;

  private FolderWatcher(LiveMocks mocks, Consumer<? super Throwable> failures) {
    this.mocks = mocks;
    this.failures = failures;
    this.events = FolderEvents.of(mocks.folder());
    this.thread = new Thread(this::watch, "homeport-watch");
  }

  /**
   * Watches from now on.
   *
   * @param failures hears, in the watching thread, of what a reload or its listener threw
   */
  public static FolderWatcher start(LiveMocks mocks, Consumer<? super Throwable> failures) {
    FolderWatcher watcher = new FolderWatcher(mocks, failures);
    watcher.thread.setDaemon(true);
    watcher.thread.start();
    return watcher;
  }

  private void watch() {
    try {
      Lookout lookout = new Lookout(mocks, events, System::nanoTime);
      boolean isHeard = false;
      while (!events.isClosed()) {
        long wait = step(lookout, isHeard);
        isHeard = events.await(wait);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long step(Lookout lookout, boolean isHeard) {
    try {
      return lookout.step(isHeard);
    } catch (RuntimeException | Error e) {
      failures.accept(e);
      return AFTER_FAILURE.toNanos();
    }
  }

  /** Ends; a reload that is under way is finished first. Closing twice does nothing. */
  @Override
  public void close() {
    events.close();
    try {
      thread.join(FAREWELL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
