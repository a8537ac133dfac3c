package dev.homeport.server.port;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A TCP socket of this machine that occupies a port. Immutable.
 *
 * @param address its own; 0.0.0.0 or :: for all
 * @param port its own
 * @param state what it does there
 * @param pid the process that holds it; empty when we may not see it, or there is none any more
 * @param uid the user it belongs to, when that is another than ours; empty when the system does not
 *     say
 */
public record TcpSocket(
    InetAddress address, int port, State state, OptionalLong pid, OptionalInt uid) {

  /** What occupies a port: any of them keeps others from listening there. */
  public enum State {
    /** Takes connections. */
    LISTENING,
    /** One end of a connection, often one that a program opened to somewhere else. */
    CONNECTED,
    /** Kept by the system for up to a few minutes after a connection (RFC 9293, 3.3.2). */
    ENDED
  }

  /** {@code 127.0.0.1:8080}, {@code [::1]:8080}. */
  public String shown() {
    return AddressText.of(address) + ":" + port;
  }

  /** Whether this machine reaches it by loopback. */
  public boolean isOnLoopback() {
    return address.isLoopbackAddress() || address.isAnyLocalAddress();
  }

  /**
   * Whether it keeps another socket from listening on its port: for all IPv4 addresses it leaves
   * those of IPv6 free, for all of IPv6 it commonly takes both.
   */
  boolean occupies(InetAddress wanted) {
    return address.equals(wanted) || covers(address, wanted) || covers(wanted, address);
  }

  private static boolean covers(InetAddress all, InetAddress one) {
    return all.isAnyLocalAddress()
        && (all instanceof Inet6Address || !(one instanceof Inet6Address));
  }

  TcpSocket heldBy(long process) {
    return new TcpSocket(address, port, state, OptionalLong.of(process), uid);
  }
}
