package dev.homeport.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Loopback, in both families. */
final class Addresses {

  static final InetAddress FOUR = of(new byte[] {127, 0, 0, 1});
  static final InetAddress SIX = of(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});

  private Addresses() {}

  /** Whether this machine has it. */
  static boolean exists(InetAddress address) {
    try (ServerSocket probe = new ServerSocket(0, 1, address)) {
      return probe.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static InetAddress of(byte[] address) {
    try {
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e);
    }
  }
}
