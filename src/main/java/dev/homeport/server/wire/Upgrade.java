package dev.homeport.server.wire;

import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.HttpUpgradeListener;
import java.util.function.BiFunction;
import org.xnio.StreamConnection;

/** Hands a connection over to whoever speaks another protocol on it. Stateless. */
final class Upgrade {

  private Upgrade() {}

  /**
   * Sends the 101 that was prepared.
   *
   * @param taker is called before the head leaves, and what it returns after that
   */
  static void send(
      HttpServerExchange exchange,
      BiFunction<StreamConnection, HttpServerExchange, Runnable> taker) {
    if (!(exchange.getConnection() instanceof AbstractServerConnection connection)) {
      throw new IllegalStateException("no connection of HTTP/1.1: " + exchange.getConnection());
    }
    Runnable begin = taker.apply(connection.getChannel(), exchange);
    HttpUpgradeListener left = (channel, answered) -> begin.run();
    exchange.upgradeChannel(left);
    exchange.endExchange();
  }
}
