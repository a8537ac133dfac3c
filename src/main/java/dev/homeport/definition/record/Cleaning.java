package dev.homeport.definition.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.engine.answer.ForwardedExchange;
import dev.homeport.engine.http.ContentCoding;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.LinkField;
import dev.homeport.engine.http.MediaType;
import dev.homeport.engine.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes from a response what a mock has no use for: noise, secrets, content codings, and the
 * address of the real host where a redirect would lead there. Immutable.
 *
 * @param origin of the real API with the path below which it was asked, without a slash at the end
 */
record Cleaning(String origin, Secrets secrets) {

  /** What a body may grow to when it is decoded. */
  private static final int MOST_DECODED = 64 << 20;

  /** When a cookie ended that is to be forgotten. */
  private static final String EPOCH = "1970";

  RecordedAnswer clean(ForwardedExchange exchange) {
    Headers headers = exchange.headers();
    List<Field> fields = new ArrayList<>();
    for (Field field : headers.fields()) {
      if (!field.name().equalsIgnoreCase("Content-Type") && KeptHeaders.keeps(field)) {
        fields.add(new Field(field.name(), value(field)));
      }
    }
    byte[] body = exchange.body();
    List<String> codings = body.length == 0 ? List.of() : ContentCoding.of(headers);
    byte[] decoded = decoded(body, codings);
    if (decoded == null) {
      fields.add(new Field("Content-Encoding", String.join(", ", codings)));
      decoded = body;
    }
    String type = headers.first("Content-Type");
    byte[] clean = withoutSecrets(decoded, type);
    boolean isRedacted = clean != decoded || fields.stream().anyMatch(Cleaning::isRedacted);
    return new RecordedAnswer(exchange.status(), type, fields, clean, isRedacted);
  }

  private static boolean isRedacted(Field field) {
    return field.value().contains(Secrets.PLACEHOLDER);
  }

  /** Null when the coding is not known, or the bytes are not coded so. */
  private static byte @Nullable [] decoded(byte[] body, List<String> codings) {
    if (ContentCoding.unknown(codings) != null) {
      return null;
    }
    try {
      return ContentCoding.decode(body, codings, MOST_DECODED);
    } catch (IOException e) {
      return null;
    }
  }

  private byte[] withoutSecrets(byte[] body, @Nullable String contentType) {
    if (secrets.kept() || contentType == null || !isJson(MediaType.parse(contentType).essence())) {
      return body;
    }
    String text = new String(body, UTF_8);
    if (Json.parse(body) == null) {
      return body;
    }
    String clean = secrets.inJson(text);
    return clean.equals(text) ? body : clean.getBytes(UTF_8);
  }

  static boolean isJson(String mediaType) {
    return mediaType.endsWith("/json") || mediaType.endsWith("+json");
  }

  private String value(Field field) {
    String value = field.value().strip();
    return switch (field.name().toLowerCase(Locale.ROOT)) {
      case "set-cookie" -> cookie(value);
      case "location", "content-location" -> secrets.inUrl(here(value));
      case "link" -> LinkField.withTargets(value, target -> secrets.inUrl(here(target)));
      default -> secrets.ofHeader(field.name(), value);
    };
  }

  /** {@code https://api.example.com/users/7} → {@code /users/7}. */
  private String here(String url) {
    if (!url.startsWith(origin)) {
      return url;
    }
    String path = url.substring(origin.length());
    return path.isEmpty() ? "/" : path.startsWith("/") || path.startsWith("?") ? path : url;
  }

  /**
   * {@code sid=abc; Domain=example.com; Expires=…; Path=/} → {@code sid=REDACTED; Path=/}: a
   * browser would refuse the domain, and a time in the future is past when the mock is used.
   */
  private String cookie(String value) {
    StringBuilder cookie = new StringBuilder();
    for (String part : value.split(";", -1)) {
      String attribute = part.strip();
      String lower = attribute.toLowerCase(Locale.ROOT);
      boolean isNow = lower.startsWith("expires=") && !attribute.contains(EPOCH);
      if (cookie.isEmpty()) {
        int equals = attribute.indexOf('=');
        String name = attribute.substring(0, equals + 1);
        cookie.append(name).append(secrets.ofCookie(attribute.substring(equals + 1)));
      } else if (!attribute.isEmpty() && !isNow && !lower.startsWith("domain=")) {
        cookie.append("; ").append(attribute);
      }
    }
    return cookie.toString();
  }
}
