package dev.homeport.engine.http;

import dev.homeport.engine.http.Headers.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Fields that belong to one connection and are not sent on over another (RFC 9110, 7.6.1): those
 * that {@code Connection} names, and those that every proxy must know.
 */
public final class HopByHop {

  private static final Set<String> KNOWN =
      Set.of(
          "connection",
          "http2-settings",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authentication-info",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private HopByHop() {}

  /** Whether a field of this name always belongs to one connection. */
  public static boolean isOne(String name) {
    return KNOWN.contains(name.toLowerCase(Locale.ROOT));
  }

  /** The names, in lower case, of those in a message. */
  public static Set<String> of(Headers headers) {
    List<String> connection = headers.all("Connection");
    if (connection.isEmpty()) {
      return KNOWN;
    }
    Set<String> names = new HashSet<>(KNOWN);
    for (String value : connection) {
      for (String name : value.split(",", -1)) {
        names.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  /** Whether {@code Connection} has an option: {@code close}. */
  public static boolean hasOption(Headers headers, String option) {
    for (String value : headers.all("Connection")) {
      for (String name : value.split(",", -1)) {
        if (name.strip().equalsIgnoreCase(option)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a name is among those of {@link #of}. */
  static boolean isIn(Set<String> names, Field field) {
    return names.contains(field.name().toLowerCase(Locale.ROOT));
  }

  /** The fields that are sent on. */
  public static List<Field> without(Headers headers) {
    Set<String> names = of(headers);
    return headers.fields().stream().filter(field -> !isIn(names, field)).toList();
  }
}
