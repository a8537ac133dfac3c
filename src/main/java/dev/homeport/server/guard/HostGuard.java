package dev.homeport.server.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Lets requests in by the name they call this server. A page of a foreign site can make its own
 * name lead here (DNS rebinding) and then read what it likes; the one thing it cannot change is
 * that name in the Host field. Names of this machine alone are allowed: {@code localhost}, {@code
 * *.localhost}, {@code 127.0.0.1}, {@code [::1]}; ports do not matter. Immutable.
 */
public final class HostGuard {

  private final List<String> allowed;
  private final boolean allowsAddresses;

  /**
   * A guard.
   *
   * @param allowed further names, in any case; {@code *.example.test} allows every name below
   *     {@code example.test}, {@code *} every name
   * @param allowsAddresses whether every IP address is allowed as a name, for a server that listens
   *     on all of them: no name leads there, so there is none to rebind
   */
  public HostGuard(List<String> allowed, boolean allowsAddresses) {
    this.allowed = allowed.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    this.allowsAddresses = allowsAddresses;
  }

  /**
   * Whether a request may come in.
   *
   * @param host the field as sent, with or without a port
   * @param named by the mocks, in lower case
   */
  public boolean allows(String host, Set<String> named) {
    int end = nameEnd(host);
    if (is(host, end, "localhost") || is(host, end, "127.0.0.1") || is(host, end, "[::1]")) {
      return true;
    }
    String name = host.substring(0, end).toLowerCase(Locale.ROOT);
    return name.endsWith(".localhost")
        || named.contains(name)
        || (allowsAddresses && isAddress(name))
        || isAllowed(name);
  }

  /** Why a request is kept out, and what lets it in. */
  public String refusal(String host) {
    String name = host.substring(0, nameEnd(host)).toLowerCase(Locale.ROOT);
    List<String> others =
        new ArrayList<>(List.of("localhost", "*.localhost", "127.0.0.1", "[::1]"));
    others.addAll(allowed);
    return "This server is not '"
        + name
        + "': it answers to "
        + String.join(", ", others)
        + " and to the hosts that a mock names, so that no foreign page can reach it under a name"
        + " of its own (DNS rebinding). To allow the name, start it with --allow-host "
        + name
        + ".";
  }

  private boolean isAllowed(String name) {
    for (String each : allowed) {
      if (each.equals(name) || each.equals("*")) {
        return true;
      }
      if (each.startsWith("*.") && name.endsWith(each.substring(1))) {
        return true;
      }
    }
    return false;
  }

  /** An IPv6 literal in brackets, or digits and dots alone, which no top-level domain is. */
  private static boolean isAddress(String name) {
    return name.startsWith("[")
        || (!name.isEmpty() && name.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
  }

  private static boolean is(String host, int end, String name) {
    return end == name.length() && host.regionMatches(true, 0, name, 0, end);
  }

  private static int nameEnd(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? colon : host.length();
  }
}
