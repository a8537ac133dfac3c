package dev.homeport.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.Request;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Undertow's exchange as a request of ours: raw, as it came. Has no state; safe to share. */
final class RequestReader {

  private RequestReader() {}

  static Request read(HttpServerExchange exchange, byte[] body) {
    return new Request(
        exchange.getRequestMethod().toString(),
        target(exchange),
        headers(exchange),
        body,
        exchange.getRequestScheme(),
        exchange.getSourceAddress().getAddress());
  }

  /** Whether the target names another authority than {@code Host} (RFC 9112, 3.2.2). */
  static boolean namesAnotherHost(HttpServerExchange exchange) {
    String authority = authority(exchange);
    String host = exchange.getRequestHeaders().getFirst("Host");
    return authority != null && host != null && !authority.equalsIgnoreCase(host.strip());
  }

  /** Of a target in absolute form, else null; CONNECT has none of its own. */
  private static @Nullable String authority(HttpServerExchange exchange) {
    String uri = exchange.getRequestURI();
    int scheme = exchange.isHostIncludedInRequestURI() ? uri.indexOf("://") : -1;
    if (scheme < 0) {
      return null;
    }
    int path = uri.indexOf('/', scheme + 3);
    return path < 0 ? uri.substring(scheme + 3) : uri.substring(scheme + 3, path);
  }

  /** As it came, undecoded, without the authority that a target in absolute form has. */
  static String rawPath(HttpServerExchange exchange) {
    String path = exchange.getRequestURI();
    if (authority(exchange) == null) {
      return path;
    }
    int start = path.indexOf('/', path.indexOf("://") + 3);
    return start < 0 ? "/" : path.substring(start);
  }

  private static String target(HttpServerExchange exchange) {
    String path = rawPath(exchange);
    String query = exchange.getQueryString();
    return escaped(query.isEmpty() ? path : path + "?" + query);
  }

  /**
   * Bytes beyond ASCII, which Undertow hands over one a character, as escapes: {@code /é} was sent
   * raw and is {@code /%C3%A9}.
   */
  private static String escaped(String raw) {
    if (isAscii(raw)) {
      return raw;
    }
    StringBuilder text = new StringBuilder(raw.length() + 16);
    for (byte b : raw.getBytes(ISO_8859_1)) {
      if (b >= 0) {
        text.append((char) b);
      } else {
        text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return text.toString();
  }

  private static boolean isAscii(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static Headers headers(HttpServerExchange exchange) {
    HeaderMap sent = exchange.getRequestHeaders();
    Headers.Builder fields = new Headers.Builder(sent.size());
    for (long at = sent.fastIterate(); at != -1L; at = sent.fiNext(at)) {
      HeaderValues values = sent.fiCurrent(at);
      String name = values.getHeaderName().toString();
      for (int i = 0; i < values.size(); i++) {
        fields.add(new Field(name, values.get(i)));
      }
    }
    return fields.build();
  }
}
