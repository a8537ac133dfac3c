package dev.homeport.engine.route;

import dev.homeport.engine.http.Handshake;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The request methods that a route may have (RFC 9110, 9; RFC 4918 and its family for WebDAV). */
public final class Methods {

  /** Takes every known method but OPTIONS. */
  public static final String ANY = "ANY";

  /** Stands for the handshake of a WebSocket; no request has it. */
  public static final String WS = Handshake.METHOD;

  /** Every method, in the order in which {@code Allow} lists them. */
  public static final List<String> KNOWN =
      List.of(
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "PATCH",
          "DELETE",
          "OPTIONS",
          "QUERY",
          "PROPFIND",
          "PROPPATCH",
          "MKCOL",
          "COPY",
          "MOVE",
          "LOCK",
          "UNLOCK",
          "REPORT",
          "SEARCH",
          "ACL",
          "BIND",
          "UNBIND",
          "REBIND",
          "LABEL",
          "MERGE",
          "CHECKIN",
          "CHECKOUT",
          "UNCHECKOUT",
          "UPDATE",
          "MKACTIVITY",
          "MKCALENDAR",
          "MKWORKSPACE",
          "ORDERPATCH",
          "VERSION-CONTROL");

  private static final Set<String> KNOWN_SET = Set.copyOf(KNOWN);

  private Methods() {}

  /** Whether a request may have it; names are case-sensitive (RFC 9110, 9.1). */
  public static boolean isKnown(String method) {
    return KNOWN_SET.contains(method);
  }

  /** Whether {@code ANY} takes it. */
  static boolean isOfAny(String method) {
    return !method.equals("OPTIONS") && !method.equals(WS);
  }

  /**
   * What {@code Allow} says for these methods: HEAD with GET, OPTIONS always, {@code ANY} as all
   * that people use, {@code WS} as the GET that it begins with.
   */
  static String allow(Collection<String> methods) {
    Set<String> all = new LinkedHashSet<>(methods);
    all.add("OPTIONS");
    if (all.remove(ANY)) {
      all.addAll(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
    }
    if (all.remove(WS)) {
      all.add("GET");
    }
    if (all.contains("GET")) {
      all.add("HEAD");
    }
    return String.join(", ", KNOWN.stream().filter(all::contains).toList());
  }
}
