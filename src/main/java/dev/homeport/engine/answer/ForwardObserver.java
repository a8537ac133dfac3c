package dev.homeport.engine.answer;

/**
 * Hears of every request that another server answered, once the answer has been sent on. Called on
 * I/O threads: it must not block, must not throw, and must be safe for any number of threads.
 */
@FunctionalInterface
public interface ForwardObserver {

  /** Bytes of an answer's body that are kept for it. */
  int MOST_BODY = 64 << 20;

  /** One was answered. */
  void forwarded(ForwardedExchange exchange);
}
