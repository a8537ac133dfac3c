package dev.homeport.definition.record;

import dev.homeport.engine.answer.ForwardObserver;
import dev.homeport.engine.answer.ForwardedExchange;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Takes exchanges into a recording and writes its folder while it goes on, so that little is lost
 * when the program ends in the midst of it. One thread of its own, a daemon, does all of it; nobody
 * waits for it.
 */
public final class RecordingWriter implements ForwardObserver, AutoCloseable {

  /** Hears how it goes, on the thread that writes. */
  public interface Listener {

    /** An exchange was taken in, or refused. */
    void heard(Recording.Heard heard);

    /** Files could not be written; it is tried again with the next exchange, and at the end. */
    void failed(IOException reason);
  }

  /** What a burst of requests changes is written once. */
  private static final long PAUSE_MILLIS = 300;

  /** For a disk that is slow when the program ends. */
  private static final long FAREWELL_SECONDS = 10;

  private final Recording recording;
  private final RecordedFolder folder;
  private final Listener listener;
  private final ScheduledThreadPoolExecutor thread;

  /** What is to be written soon, or null; confined to the thread. */
  private @Nullable Future<?> next;

  /** A writer that begins when something was forwarded. */
  public RecordingWriter(Recording recording, RecordedFolder folder, Listener listener) {
    this.recording = recording;
    this.folder = folder;
    this.listener = listener;
    this.thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread writer = new Thread(task, "homeport-recording");
              writer.setDaemon(true);
              return writer;
            });
  }

  @Override
  public void forwarded(ForwardedExchange exchange) {
    try {
      thread.execute(() -> take(exchange));
    } catch (RejectedExecutionException e) {
      // The recording is over.
      return;
    }
  }

  private void take(ForwardedExchange exchange) {
    try {
      listener.heard(recording.add(exchange));
    } catch (RuntimeException e) {
      String request = exchange.request().method() + " " + exchange.request().target();
      listener.failed(new IOException(request + " cannot be taken in: " + e, e));
    }
    if (next == null) {
      next = thread.schedule(this::writeChanges, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void writeChanges() {
    next = null;
    recording.changes().forEach(this::write);
  }

  private void write(String resource) {
    try {
      folder.write(recording.files(resource));
    } catch (IOException | RuntimeException e) {
      recording.unwritten(resource);
      listener.failed(e instanceof IOException io ? io : new IOException(e.toString(), e));
    }
  }

  /** Takes in and writes what has come, and ends. Twice does nothing. */
  @Override
  public void close() {
    if (thread.isShutdown()) {
      return;
    }
    try {
      thread.submit(this::writeChanges).get(FAREWELL_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      listener.failed(new IOException("the disk is too slow", e));
    } catch (ExecutionException e) {
      throw new IllegalStateException("a recording cannot be written: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.shutdownNow();
  }
}
