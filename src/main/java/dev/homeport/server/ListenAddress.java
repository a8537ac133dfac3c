package dev.homeport.server;

import dev.homeport.server.guard.HostGuard;
import dev.homeport.server.port.AddressText;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a server listens: loopback in both families, so that {@code localhost} works whichever way
 * it resolves, or one address that somebody asked for.
 *
 * @param addresses at least one; the first gives the URL
 * @param isLocalhost whether it is loopback in every family that this machine has
 */
record ListenAddress(List<InetAddress> addresses, boolean isLocalhost) {

  private static final byte[] IPV4_LOOPBACK = {127, 0, 0, 1};
  private static final byte[] IPV6_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  ListenAddress {
    addresses = List.copyOf(addresses);
  }

  /**
   * The addresses of a host.
   *
   * @param host an address or a name; empty or {@code localhost} for loopback
   * @throws IllegalArgumentException when it names no address, or none of this machine
   */
  static ListenAddress of(String host) {
    try {
      if (host.isEmpty() || host.equalsIgnoreCase("localhost")) {
        return loopback();
      }
      InetAddress address = InetAddress.getByName(host);
      if (!exists(address)) {
        throw new IllegalArgumentException(
            "host '" + host + "' is no address of this machine (write one of: " + ours() + ")");
      }
      return new ListenAddress(List.of(address), false);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "host '" + host + "' has no address (write an address of this machine)", e);
    }
  }

  private static ListenAddress loopback() throws UnknownHostException {
    InetAddress four = InetAddress.getByAddress(IPV4_LOOPBACK);
    InetAddress six = InetAddress.getByAddress(IPV6_LOOPBACK);
    return new ListenAddress(exists(six) ? List.of(four, six) : List.of(four), true);
  }

  /** A machine may have no IPv6; a port that is taken says nothing of that, any port does. */
  private static boolean exists(InetAddress address) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(address, 0));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String ours() {
    List<String> all = new ArrayList<>(List.of("127.0.0.1", "0.0.0.0"));
    NetworkAddresses.open().forEach(address -> all.add(AddressText.bare(address)));
    return String.join(", ", all);
  }

  /**
   * Lets in who calls this server by a name of this machine, by the address it listens on, or by
   * one of the allowed names.
   *
   * @param host as somebody set it, or empty
   */
  HostGuard guard(String host, List<String> allowed) {
    List<String> names = new ArrayList<>(allowed);
    if (!host.isEmpty()) {
      names.add(host);
      addresses.forEach(address -> names.add(AddressText.of(address)));
    }
    return new HostGuard(names, isWildcard());
  }

  /** Whether only programs on this machine reach it. */
  boolean isLoopback() {
    return addresses.stream().allMatch(InetAddress::isLoopbackAddress);
  }

  /** {@code http://127.0.0.1:49342}; an address for all interfaces is reached by loopback. */
  String url(int port) {
    return isWildcard() ? "http://127.0.0.1:" + port : url(addresses.get(0), port);
  }

  /** Who can reach it. */
  Reach reach(int port) {
    if (addresses.stream().allMatch(InetAddress::isLoopbackAddress)) {
      Optional<String> localhost =
          isLocalhost ? Optional.of("http://localhost:" + port) : Optional.empty();
      return new Reach(localhost, false, List.of());
    }
    List<String> open =
        (isWildcard() ? NetworkAddresses.open() : addresses)
            .stream().filter(this::isServed).map(address -> url(address, port)).toList();
    return new Reach(Optional.empty(), true, open);
  }

  private boolean isWildcard() {
    return addresses.stream().anyMatch(InetAddress::isAnyLocalAddress);
  }

  /** All IPv6 addresses commonly are those of IPv4, too; all of IPv4 are those alone. */
  private boolean isServed(InetAddress address) {
    return addresses.get(0) instanceof Inet6Address || !(address instanceof Inet6Address);
  }

  /** A link-local address means nothing without its zone (RFC 6874, 2). */
  private static String url(InetAddress address, int port) {
    String name = AddressText.of(address);
    String literal = address.getHostAddress();
    int zone = address.isLinkLocalAddress() ? literal.indexOf('%') : -1;
    if (zone >= 0) {
      name = name.replace("]", "%25" + literal.substring(zone + 1) + "]");
    }
    return "http://" + name + ":" + port;
  }
}
