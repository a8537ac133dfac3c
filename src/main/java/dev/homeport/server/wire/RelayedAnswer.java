package dev.homeport.server.wire;

import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import java.util.List;

/**
 * The answer of another server as it is sent on. Immutable, but for its body.
 *
 * @param headers without the framing
 * @param length bytes of the body, of HEAD what GET would send; {@link Segment#UNKNOWN} when nobody
 *     said it
 */
public record RelayedAnswer(
    int status, String reason, List<Field> headers, Relay body, long length) {

  public RelayedAnswer {
    headers = List.copyOf(headers);
  }

  Delivery delivery() {
    List<Segment> segments = List.of(new Segment.Relayed(body, length));
    return new Delivery(status, reason, Headers.of(headers), segments);
  }

  /** Whether {@code Vary} names this already. */
  boolean varies(String name) {
    for (Field field : headers) {
      if (field.name().equalsIgnoreCase("Vary")) {
        for (String each : field.value().split(",", -1)) {
          if (each.strip().equalsIgnoreCase(name) || each.strip().equals("*")) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
