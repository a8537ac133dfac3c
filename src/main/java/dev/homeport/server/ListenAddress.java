package dev.homeport.server;

import dev.homeport.server.guard.HostGuard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a server listens: loopback in both families, so that {@code localhost} works whichever way
 * it resolves, or one address that somebody asked for.
 *
 * @param addresses at least one; the first gives the URL
 */
record ListenAddress(List<InetAddress> addresses) {

  private static final byte[] IPV4_LOOPBACK = {127, 0, 0, 1};
  private static final byte[] IPV6_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  ListenAddress {
    addresses = List.copyOf(addresses);
  }

  /**
   * The addresses of a host.
   *
   * @param host an address or a name; empty or {@code localhost} for loopback
   * @throws IllegalArgumentException when it names no address
   */
  static ListenAddress of(String host) {
    try {
      if (host.isEmpty() || host.equalsIgnoreCase("localhost")) {
        return loopback();
      }
      return new ListenAddress(List.of(InetAddress.getByName(host)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "host '" + host + "' has no address (write an address of this machine)", e);
    }
  }

  private static ListenAddress loopback() throws UnknownHostException {
    InetAddress four = InetAddress.getByAddress(IPV4_LOOPBACK);
    InetAddress six = InetAddress.getByAddress(IPV6_LOOPBACK);
    return new ListenAddress(exists(six) ? List.of(four, six) : List.of(four));
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
      addresses.forEach(address -> names.add(name(address)));
    }
    return new HostGuard(names, addresses.stream().anyMatch(InetAddress::isAnyLocalAddress));
  }

  /** Whether only programs on this machine reach it. */
  boolean isLoopback() {
    return addresses.stream().allMatch(InetAddress::isLoopbackAddress);
  }

  /** {@code http://127.0.0.1:49342}; an address for all interfaces is reached by loopback. */
  String url(int port) {
    InetAddress first = addresses.get(0);
    if (first.isAnyLocalAddress()) {
      return "http://127.0.0.1:" + port;
    }
    return "http://" + name(first) + ":" + port;
  }

  private static String name(InetAddress address) {
    String literal = address.getHostAddress();
    return literal.contains(":") ? "[" + literal + "]" : literal;
  }
}
