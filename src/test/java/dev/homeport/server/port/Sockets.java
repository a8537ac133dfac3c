package dev.homeport.server.port;

import java.net.InetAddress;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Sockets for tests, written as text. */
final class Sockets {

  private Sockets() {}

  static InetAddress address(String literal) {
    return Objects.requireNonNull(AddressText.parse(literal));
  }

  /** {@code [::1]:8080} that a process listens on. */
  static TcpSocket listening(String at, long pid) {
    return socket(at, TcpSocket.State.LISTENING, OptionalLong.of(pid), OptionalInt.empty());
  }

  static TcpSocket connected(String at, long pid) {
    return socket(at, TcpSocket.State.CONNECTED, OptionalLong.of(pid), OptionalInt.empty());
  }

  static TcpSocket ended(String at) {
    return socket(at, TcpSocket.State.ENDED, OptionalLong.empty(), OptionalInt.empty());
  }

  static TcpSocket ofUser(String at, int uid) {
    return socket(at, TcpSocket.State.LISTENING, OptionalLong.empty(), OptionalInt.of(uid));
  }

  static TcpSocket hidden(String at) {
    return socket(at, TcpSocket.State.LISTENING, OptionalLong.empty(), OptionalInt.empty());
  }

  private static TcpSocket socket(
      String at, TcpSocket.State state, OptionalLong pid, OptionalInt uid) {
    int colon = at.lastIndexOf(':');
    return new TcpSocket(
        address(at.substring(0, colon)),
        Integer.parseInt(at.substring(colon + 1)),
        state,
        pid,
        uid);
  }
}
