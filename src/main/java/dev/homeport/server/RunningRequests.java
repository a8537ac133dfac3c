package dev.homeport.server;

import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests that are being answered. Safe for any number of threads. */
final class RunningRequests implements ExchangeCompletionListener {

  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean closing;

  void begin(HttpServerExchange exchange) {
    count.incrementAndGet();
    exchange.addExchangeCompleteListener(this);
  }

  @Override
  public void exchangeEvent(HttpServerExchange exchange, NextListener next) {
    if (count.decrementAndGet() == 0 && closing) {
      synchronized (this) {
        notifyAll();
      }
    }
    next.proceed();
  }

  /** Whether {@link #end} was called. */
  boolean isClosing() {
    return closing;
  }

  /** From now on answers close their connections; waits for those that run, at most so long. */
  synchronized void end(Duration atMost) {
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
