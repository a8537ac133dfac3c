package dev.homeport.server.outbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.HttpUrl;
import java.util.List;

/**
 * A request to another server, to the last field. Immutable.
 *
 * @param headers {@code Host} and the framing included, in the order in which they are sent
 * @param body not copied, never changed
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public record OutboundRequest(HttpUrl url, String method, List<Field> headers, byte[] body) {

  public OutboundRequest {
    headers = List.copyOf(headers);
  }

  boolean isHead() {
    return method.equals("HEAD");
  }

  /** Whether sending it twice does what sending it once does (RFC 9110, 9.2.2). */
  boolean isIdempotent() {
    return switch (method) {
      case "GET", "HEAD", "OPTIONS", "PUT", "DELETE", "QUERY" -> true;
      default -> false;
    };
  }

  byte[] head() {
    StringBuilder head = new StringBuilder(512);
    head.append(method).append(' ').append(url.requestTarget()).append(" HTTP/1.1\r\n");
    for (Field field : headers) {
      head.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(ISO_8859_1);
  }
}
