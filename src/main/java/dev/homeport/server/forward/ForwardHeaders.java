package dev.homeport.server.forward;

import dev.homeport.engine.answer.Forward;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.HopByHop;
import dev.homeport.engine.http.LinkField;
import dev.homeport.engine.http.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is sent on of the fields of a message (RFC 9110, 7.6). All but those of the connection are,
 * in their order and case; the one that is added is {@code Via}. Has no state; safe to share.
 */
final class ForwardHeaders {

  private ForwardHeaders() {}

  /**
   * Of a request.
   *
   * @param via how this server is called in {@code Via}
   */
  static List<Field> request(Request request, Forward forward, String via) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("Host", host(forward)));
    for (Field field : HopByHop.without(request.headers())) {
      if (!isWrittenHere(field.name()) && !forward.drops(field.name())) {
        fields.add(field);
      }
    }
    for (Field field : forward.set()) {
      if (!field.name().equalsIgnoreCase("Host")) {
        fields.add(field);
      }
    }
    fields.add(new Field("Via", "1.1 " + via));
    if (hasBody(request)) {
      fields.add(new Field("Content-Length", Integer.toString(request.sentBody().length)));
    }
    return fields;
  }

  private static String host(Forward forward) {
    for (Field field : forward.set()) {
      if (field.name().equalsIgnoreCase("Host")) {
        return field.value();
      }
    }
    return forward.to().authority();
  }

  private static boolean isWrittenHere(String name) {
    return name.equalsIgnoreCase("Host")
        || name.equalsIgnoreCase("Content-Length")
        || name.equalsIgnoreCase("Expect");
  }

  /** An empty one is one, too, if it was announced (RFC 9110, 8.6). */
  private static boolean hasBody(Request request) {
    return request.sentBody().length > 0
        || request.headers().first("Content-Length") != null
        || request.headers().first("Transfer-Encoding") != null;
  }

  /** Whether a request has been sent on by this server before. */
  static boolean hasPassed(Request request, String via) {
    for (String line : request.headers().all("Via")) {
      for (String each : line.split(",", -1)) {
        if (each.strip().endsWith(" " + via)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Of an answer, without the framing.
   *
   * @param own the fields of the route: they take the place of those of the same name, cookies
   *     apart, which join them
   * @param location what becomes of {@code Location} and {@code Link}, or null when they stay
   * @param keepsCors whether the other server says which pages may read; else that is ours to say
   */
  static List<Field> answer(
      Headers answer, List<Field> own, @Nullable LocationRewriting location, boolean keepsCors) {
    Set<String> dropped = new HashSet<>();
    dropped.add("content-length");
    for (Field field : own) {
      if (!field.name().equalsIgnoreCase("Set-Cookie")) {
        dropped.add(field.name().toLowerCase(Locale.ROOT));
      }
    }
    List<Field> fields = new ArrayList<>();
    for (Field field : HopByHop.without(answer)) {
      String name = field.name().toLowerCase(Locale.ROOT);
      if (dropped.contains(name) || (!keepsCors && name.startsWith("access-control-"))) {
        continue;
      }
      fields.add(location == null ? field : leadingHere(field, name, location));
    }
    fields.addAll(own);
    return fields;
  }

  private static Field leadingHere(Field field, String name, LocationRewriting location) {
    return switch (name) {
      case "location" -> new Field(field.name(), location.of(field.value()));
      case "link" -> new Field(field.name(), LinkField.withTargets(field.value(), location::of));
      default -> field;
    };
  }
}
