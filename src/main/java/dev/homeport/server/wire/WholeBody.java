package dev.homeport.server.wire;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import org.xnio.IoUtils;

/** What comes after a body that was handed over in one piece. Has no state; safe to share. */
enum WholeBody implements IoCallback {
  SENT;

  @Override
  public void onComplete(HttpServerExchange exchange, Sender sender) {
    exchange.endExchange();
  }

  /** The length is promised already: only an end in the middle says that it is not kept. */
  @Override
  public void onException(HttpServerExchange exchange, Sender sender, IOException exception) {
    IoUtils.safeClose(exchange.getConnection());
    exchange.endExchange();
  }
}
