package dev.homeport.server;

import dev.homeport.engine.answer.Reply;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import org.jspecify.annotations.Nullable;

/** What the head of any request decides, for a mock or not. Has no state; safe to share. */
final class HeadCheck {

  private HeadCheck() {}

  /** Undertow sees {@code close} only where it stands alone (RFC 9110, 7.6.1). */
  static void endConnectionIfAsked(HttpServerExchange exchange) {
    String connection = exchange.getRequestHeaders().getFirst(Headers.CONNECTION);
    if (connection != null && connection.indexOf(',') >= 0) {
      for (String option : connection.split(",", -1)) {
        if (option.strip().equalsIgnoreCase("close")) {
          exchange.setPersistent(false);
        }
      }
    }
  }

  /** Why it cannot be read; null when it can. */
  static @Nullable Reply refusal(HttpServerExchange exchange) {
    if (RequestReader.namesAnotherHost(exchange)) {
      return Refusals.anotherHost();
    }
    String framing = exchange.getRequestHeaders().getLast(Headers.TRANSFER_ENCODING);
    if (framing != null && !framing.equalsIgnoreCase("chunked")) {
      // Undertow reads chunks, whatever it says.
      exchange.setPersistent(false);
      return Refusals.unknownFraming(framing);
    }
    String expected = exchange.getRequestHeaders().getFirst(Headers.EXPECT);
    if (expected != null && !expected.equalsIgnoreCase("100-continue")) {
      return Refusals.expectation(expected);
    }
    return null;
  }
}
