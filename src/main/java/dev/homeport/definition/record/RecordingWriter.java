package dev.homeport.definition.record;

import java.io.IOException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Writes a recording into its folder while it goes on, so that little is lost when the program
 * ends in the midst of it. One thread of its own, a daemon, writes; nobody waits for it.
 */
public final class RecordingWriter implements AutoCloseable {

  /** What a burst of requests changes is written once. */
  private static final long PAUSE_MILLIS = 300;

  /** For a disk that is slow when the program ends. */
  private static final long FAREWELL_SECONDS = 10;

  private final Recording recording;
  private final RecordedFolder folder;
  private final Consumer<IOException> failures;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor thread;

  /**
   * A writer that begins when something has changed.
   *
   * @param failures is told why a file cannot be written; it is tried again with the next change
   */
  public RecordingWriter(
      Recording recording, RecordedFolder folder, Consumer<IOException> failures) {
    this.recording = recording;
    this.folder = folder;
    this.failures = failures;
    this.thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread writer = new Thread(task, "homeport-recording");
              writer.setDaemon(true);
              return writer;
            });
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Says that there is something to write. */
  public void changed() {
    if (!thread.isShutdown() && waiting.compareAndSet(false, true)) {
      thread.schedule(this::writeLater, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void writeLater() {
    waiting.set(false);
    write();
  }

  private void write() {
    for (Recording.Files files : recording.changes()) {
      try {
        folder.write(files);
      } catch (IOException e) {
        recording.unwritten(files);
        failures.accept(e);
      }
    }
  }

  /** Writes what is not written yet, and ends. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (thread.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
        write();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
