package dev.homeport.server;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;

/** The addresses by which other machines reach this one. */
final class NetworkAddresses {

  private NetworkAddresses() {}

  /**
   * IPv4 first; none that means something on one cable alone (link-local). Empty when the system
   * does not say.
   */
  static List<InetAddress> open() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(NetworkAddresses::isUp)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
          .sorted(Comparator.comparing(address -> address.getAddress().length))
          .toList();
    } catch (SocketException e) {
      return List.of();
    }
  }

  private static boolean isUp(NetworkInterface network) {
    try {
      return network.isUp();
    } catch (SocketException e) {
      return false;
    }
  }
}
