package dev.homeport.server;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** The threads of a server, all of them daemons: how they are made, and how they end. Stateless. */
final class ServerThreads {

  /** Closing ports is what holds one, for half a second at most. */
  private static final int CONTROL_THREADS = 4;

  private ServerThreads() {}

  /** Begins to load what makes them, on a thread of its own. */
  static void prepare() {
    LibraryLog.warningsOnly();
    Thread thread = new Thread(ServerThreads::xnio, "homeport-prepare");
    thread.setDaemon(true);
    thread.start();
  }

  private static Xnio xnio() {
    return Xnio.getInstance(HttpServer.class.getClassLoader());
  }

  /**
   * For connections, and for what blocks on behalf of a request.
   *
   * @throws IllegalStateException when they cannot be made
   */
  static XnioWorker worker() {
    LibraryLog.warningsOnly();
    int processors = Runtime.getRuntime().availableProcessors();
    int ioThreads = Math.max(2, processors);
    int workers = Math.max(8, processors * 4);
    try {
      return xnio()
          .createWorker(
              OptionMap.builder()
                  .set(Options.WORKER_NAME, "homeport")
                  .set(Options.WORKER_IO_THREADS, ioThreads)
                  .set(Options.WORKER_TASK_CORE_THREADS, workers)
                  .set(Options.WORKER_TASK_MAX_THREADS, workers)
                  .set(Options.THREAD_DAEMON, true)
                  .set(Options.TCP_NODELAY, true)
                  .getMap());
    } catch (IOException e) {
      throw new IllegalStateException("the server's threads cannot be made: " + e, e);
    }
  }

  /** For the timers of the control API, and for what blocks there; none runs before it is used. */
  static ScheduledExecutorService control() {
    ScheduledThreadPoolExecutor threads =
        new ScheduledThreadPoolExecutor(
            CONTROL_THREADS,
            task -> {
              Thread thread = new Thread(task, "homeport-control");
              thread.setDaemon(true);
              return thread;
            });
    threads.setRemoveOnCancelPolicy(true);
    return threads;
  }

  /**
   * Lets the threads of a worker end what they are in the midst of, and ends them.
   *
   * @param atMost for each of both
   */
  static void end(XnioWorker worker, Duration atMost) {
    try {
      endWhatIsUnderWay(worker, atMost);
      worker.shutdown();
      if (!worker.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Lets each I/O thread end what it is in the midst of. Connections that were closed beneath it
   * make it run a last task, which a thread that is shut down refuses, with a stack trace.
   */
  private static void endWhatIsUnderWay(XnioWorker worker, Duration atMost)
      throws InterruptedException {
    CountDownLatch underWay = new CountDownLatch(worker.getIoThreadCount());
    try {
      for (int i = 0; i < worker.getIoThreadCount(); i++) {
        worker.getIoThread(i).execute(underWay::countDown);
      }
    } catch (RejectedExecutionException e) {
      // Another thread closes the server at the same time, and was faster.
      return;
    }
    if (!underWay.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      worker.shutdownNow();
    }
  }
}
