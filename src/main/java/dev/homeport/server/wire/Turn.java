package dev.homeport.server.wire;

import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * The next step of an exchange on another thread, or later. Unlike Undertow's own dispatch it is
 * taken also when the client has gone, so that every exchange ends and is counted as ended.
 */
public final class Turn {

  private Turn() {}

  /** On a worker thread, where a step may block. */
  public static void onWorker(HttpServerExchange exchange, HttpHandler step) {
    exchange.dispatch(exchange.getConnection().getWorker(), task(exchange, step));
  }

  /** On the I/O thread of the connection, after a while; no thread waits for it. */
  public static void later(HttpServerExchange exchange, long millis, HttpHandler step) {
    exchange.dispatch(
        task -> exchange.getIoThread().executeAfter(task, millis, TimeUnit.MILLISECONDS),
        task(exchange, step));
  }

  /** On the I/O thread of the connection, once something is complete; no thread waits for it. */
  public static <T> void after(
      HttpServerExchange exchange,
      CompletionStage<T> awaited,
      BiConsumer<HttpServerExchange, T> step) {
    exchange.dispatch(
        task -> awaited.whenComplete((result, failure) -> exchange.getIoThread().execute(task)),
        () -> awaited.thenAccept(result -> task(exchange, now -> step.accept(now, result)).run()));
  }

  /** At once, in a listener that Undertow calls without watching over the exchange. */
  public static void now(HttpServerExchange exchange, HttpHandler step) {
    task(exchange, step).run();
  }

  private static Runnable task(HttpServerExchange exchange, HttpHandler step) {
    return () -> {
      if (exchange.getConnection().isOpen()) {
        Connectors.executeRootHandler(step, exchange);
      } else {
        exchange.endExchange();
      }
    };
  }
}
