package dev.homeport.server;

import dev.homeport.server.control.ControlApi;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.function.BooleanSupplier;
import org.xnio.IoUtils;

/**
 * Tells requests for the control API from those for the mocks. Safe for any number of threads.
 *
 * @param closing whether the port is being closed, or is closed
 */
record PortHandler(ControlHandler control, MockHandler mocks, BooleanSupplier closing)
    implements HttpHandler {

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    if (closing.getAsBoolean()) {
      // On a connection that was kept: it ends a moment after its port.
      IoUtils.safeClose(exchange.getConnection());
      exchange.endExchange();
      return;
    }
    // It is asked of the socket again and again until it is set.
    exchange.setSourceAddress(exchange.getSourceAddress());
    HeadCheck.endConnectionIfAsked(exchange);
    if (ControlApi.isMeantBy(RequestReader.rawPath(exchange))) {
      control.handleRequest(exchange);
    } else {
      mocks.handleRequest(exchange);
    }
  }
}
