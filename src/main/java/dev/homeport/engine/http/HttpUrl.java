package dev.homeport.engine.http;

import dev.homeport.diagnostic.SyntaxException;
import java.util.Locale;

/**
 * An absolute URL of {@code http} or {@code https}, taken apart (RFC 9110, 4.2). Immutable.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case; an IPv6 address keeps its brackets
 * @param port 1 to 65535, that of the scheme when none was written
 * @param target path and query, raw; begins with a slash unless both are empty
 */
public record HttpUrl(String scheme, String host, int port, String target) {

  private static final String EXAMPLE = "write https://api.example.com or http://localhost:3000";

  /**
   * Takes a URL apart. A fragment is none of the server's business and refused, like a user's name
   * before the host, which would be a secret in every log.
   *
   * @throws SyntaxException saying what is wrong; it quotes nothing, for the text may come from a
   *     request
   */
  public static HttpUrl parse(String text) throws SyntaxException {
    int colon = text.indexOf("://");
    String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new SyntaxException("it does not begin with http:// or https://", EXAMPLE);
    }
    int end = colon + 3;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String authority = text.substring(colon + 3, end);
    if (authority.indexOf('@') >= 0) {
      throw new SyntaxException(
          "it has a user's name before the host", "send it in the header Authorization");
    }
    int portMark = authority.lastIndexOf(':');
    boolean hasPort = portMark > authority.lastIndexOf(']');
    String host = hasPort ? authority.substring(0, portMark) : authority;
    if (!isHost(host)) {
      throw new SyntaxException("it has no valid host", EXAMPLE);
    }
    int port = hasPort ? port(authority.substring(portMark + 1)) : usualPort(scheme);
    return new HttpUrl(scheme, host.toLowerCase(Locale.ROOT), port, target(text.substring(end)));
  }

  private static int usualPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  private static int port(String text) throws SyntaxException {
    int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > 65_535) {
      throw new SyntaxException("its port is no number from 1 to 65535", EXAMPLE);
    }
    return port;
  }

  /** A name, an IPv4 address, or an IPv6 address in brackets. */
  private static boolean isHost(String host) {
    return host.startsWith("[")
        ? host.matches("\\[[0-9A-Fa-f:.]{2,45}]")
        : host.matches("[A-Za-z0-9_.-]{1,253}");
  }

  private static String target(String text) throws SyntaxException {
    if (text.indexOf('#') >= 0) {
      throw new SyntaxException("it has a fragment", "leave out what begins with #");
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) >= 127) {
        throw new SyntaxException(
            "a character in it must be escaped", "write %20 for a space, or {{urlEncode x}}");
      }
    }
    return text.startsWith("?") ? "/" + text : text;
  }

  /** Whether it asks for TLS. */
  public boolean isSecure() {
    return scheme.equals("https");
  }

  /** What {@code Host} says: the port only where it is not that of the scheme. */
  public String authority() {
    return port == usualPort(scheme) ? host : host + ":" + port;
  }

  /** {@code https://api.example.com:8443}, without a slash at the end. */
  public String origin() {
    return scheme + "://" + authority();
  }

  /** The path and query of a request; a slash when nothing was written. */
  public String requestTarget() {
    return target.isEmpty() ? "/" : target;
  }

  /** The same server, another path and query. */
  public HttpUrl at(String otherTarget) {
    return new HttpUrl(scheme, host, port, otherTarget);
  }

  @Override
  public String toString() {
    return origin() + target;
  }
}
