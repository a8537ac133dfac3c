package dev.homeport.server.outbound;

import dev.homeport.engine.http.HttpUrl;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which servers may be called. Both must be allowed: the host that a URL names, and the address
 * that this host has at the moment of the call, for whoever owns a name can let it lead to this
 * machine, its network, or the address at which a cloud serves the machine's secrets. Immutable.
 *
 * <p>The host is allowed by its name, by a pattern ({@code *.example.com}, {@code *}), or, if it is
 * an address, by a range. The address is allowed when it is public or in a range that is allowed;
 * beside these, {@code localhost} leads to this machine, and a name that only this machine or its
 * network gives ({@code api}, {@code api.internal}) to this machine or a private network, if that
 * very name is allowed.
 */
public final class AllowedTargets {

  /** Top-level domains that nobody on the internet can own (RFC 6761, 6762, 8375; ICANN). */
  private static final List<String> LOCAL_DOMAINS =
      List.of(".localhost", ".local", ".test", ".internal", ".lan", ".home.arpa");

  /**
   * @param name in lower case, or {@code *}, or {@code *.example.com}
   * @param port 0 for any
   */
  private record NameRule(String name, int port) {

    boolean isPattern() {
      return name.startsWith("*");
    }

    boolean holds(HttpUrl url) {
      if (port != 0 && port != url.port()) {
        return false;
      }
      return name.equals("*")
          || name.equals(url.host())
          || (name.startsWith("*.") && url.host().endsWith(name.substring(1)));
    }
  }

  /**
   * @param port 0 for any
   */
  private record RangeRule(AddressRange range, int port) {

    boolean holds(InetAddress address, int otherPort) {
      return (port == 0 || port == otherPort) && range.contains(address);
    }
  }

  private final List<NameRule> names = new ArrayList<>();
  private final List<RangeRule> ranges = new ArrayList<>();

  private AllowedTargets() {}

  /**
   * As somebody set it: {@code api.example.com}, {@code localhost:3000}, {@code *.example.com},
   * {@code *}, {@code 10.0.0.0/8}, {@code [::1]:3000}, each for any port where none is said.
   */
  public static AllowedTargets of(List<String> setting) {
    AllowedTargets allowed = new AllowedTargets();
    for (String item : setting) {
      int colon = item.lastIndexOf(':');
      boolean hasPort =
          colon > item.lastIndexOf(']') && (colon == item.indexOf(':') || item.startsWith("["));
      String host = (hasPort ? item.substring(0, colon) : item).toLowerCase(Locale.ROOT);
      int port = hasPort ? Integer.parseInt(item.substring(colon + 1)) : 0;
      AddressRange range = AddressRange.parse(host);
      if (range == null) {
        allowed.names.add(new NameRule(host, port));
      } else {
        allowed.ranges.add(new RangeRule(range, port));
      }
    }
    return allowed;
  }

  /** Nothing is allowed. */
  public static AllowedTargets none() {
    return new AllowedTargets();
  }

  /** Why the host of a URL may not be called; null when it may, if its address may. */
  public @Nullable OutboundFailure refusal(HttpUrl url) {
    InetAddress literal = AddressRange.address(url.host());
    if (literal != null ? refusal(url, literal) == null : isNamed(url)) {
      return null;
    }
    return new OutboundFailure(
        OutboundFailure.Kind.NOT_ALLOWED,
        "calls to " + url.authority() + " are not allowed",
        "start Homeport with --allow-outbound " + url.authority());
  }

  private boolean isNamed(HttpUrl url) {
    return names.stream().anyMatch(rule -> rule.holds(url));
  }

  /** Why an address of an allowed host may not be called; null when it may. */
  @Nullable OutboundFailure refusal(HttpUrl url, InetAddress address) {
    AddressKind kind = AddressKind.of(address);
    boolean isLiteral = AddressRange.address(url.host()) != null;
    if (ranges.stream().anyMatch(rule -> rule.holds(address, url.port()))
        || (kind == AddressKind.PUBLIC && (!isLiteral || isNamed(url)))
        || (!isLiteral && isLocalName(url) && isReachedByName(kind))) {
      return null;
    }
    String shown = address.getHostAddress();
    return new OutboundFailure(
        OutboundFailure.Kind.NOT_ALLOWED,
        url.host() + " has the address " + shown + ", " + kind.words() + ", which is not allowed",
        "if that is meant, add the address: --allow-outbound " + url.authority() + "," + shown);
  }

  /** The very name is allowed, and nobody outside can let it lead elsewhere. */
  private boolean isLocalName(HttpUrl url) {
    String host = url.host();
    boolean isLocal = host.indexOf('.') < 0 || LOCAL_DOMAINS.stream().anyMatch(host::endsWith);
    return isLocal && names.stream().anyMatch(rule -> !rule.isPattern() && rule.holds(url));
  }

  private static boolean isReachedByName(AddressKind kind) {
    return kind == AddressKind.LOOPBACK || kind == AddressKind.PRIVATE;
  }
}
