package dev.homeport.cli;

import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;

/**
 * Waits for SIGINT or SIGTERM. The first one stops in an orderly way, and the virtual machine ends
 * with 130 or 143; a second one ends at once.
 */
final class StopSignal {

  private static final int SIGINT = 2;
  private static final int SIGTERM = 15;

  /** Added to a signal's number, it is the exit status (POSIX shells). */
  private static final int BY_SIGNAL = 128;

  private final Runnable stop;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread onExit = new Thread(this::stop, "homeport-stop");

  private StopSignal(Runnable stop) {
    this.stop = stop;
  }

  /**
   * Listens from now on.
   *
   * @param stop closes what runs; called once, by the thread that the virtual machine ends with
   */
  static StopSignal calling(Runnable stop) {
    StopSignal signal = new StopSignal(stop);
    Runtime.getRuntime().addShutdownHook(signal.onExit);
    return signal;
  }

  /**
   * Returns when the virtual machine ends, or when the calling thread is interrupted; then nothing
   * is called any more.
   */
  void await() {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      forget();
    }
  }

  /** Listens no longer; without effect when the virtual machine is ending. */
  void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException e) {
      // It has come.
    }
  }

  private void stop() {
    endAtOnceOn("INT", BY_SIGNAL + SIGINT);
    endAtOnceOn("TERM", BY_SIGNAL + SIGTERM);
    stop.run();
    stopped.countDown();
  }

  /**
   * There is no public way to hear a signal, and the compiler refuses the one there is; without it,
   * a second signal waits for the orderly end as the first does.
   */
  private static void endAtOnceOn(String name, int status) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object end =
          Proxy.newProxyInstance(
              StopSignal.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                Runtime.getRuntime().halt(status);
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), end);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      // The virtual machine keeps its signals to itself (-Xrs), or is one without them.
      return;
    }
  }
}
