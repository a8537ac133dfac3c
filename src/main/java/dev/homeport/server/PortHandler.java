package dev.homeport.server;

import dev.homeport.server.control.ControlApi;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/** Tells requests for the control API from those for the mocks. Safe for any number of threads. */
record PortHandler(ControlHandler control, MockHandler mocks) implements HttpHandler {

  @Override
  public void handleRequest(HttpServerExchange exchange) {
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
