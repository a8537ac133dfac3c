package dev.homeport.server.port;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code /proc/net/tcp} or {@code tcp6}: numbers in hexadecimal, an address as words of
 * 32 bits in the machine's order.
 *
 * <p>{@code 0: 0100007F:C0BE 00000000:0000 0A … 1000 0 22561 …} is a listener on 127.0.0.1:49342 of
 * user 1000 with the inode 22561.
 *
 * @param socket without its process, which the inode leads to
 * @param inode {@link #NO_INODE} when no process holds it any more
 */
record ProcNetLine(TcpSocket socket, long inode) {

  static final long NO_INODE = 0;

  private static final int LOCAL = 1;
  private static final int STATE = 3;
  private static final int UID = 7;
  private static final int INODE = 9;

  /** Numbers of include/net/tcp_states.h. */
  private static final int TIME_WAIT = 6;

  private static final int LISTEN = 10;

  /**
   * Reads a line; null when it is none.
   *
   * @param self our own user, whose sockets are not marked with it
   */
  static @Nullable ProcNetLine parse(String line, ByteOrder order, OptionalInt self) {
    String[] fields = line.strip().split("\\s+", -1);
    if (fields.length <= INODE) {
      return null;
    }
    try {
      int colon = fields[LOCAL].indexOf(':');
      InetAddress address = address(fields[LOCAL].substring(0, Math.max(0, colon)), order);
      int port = Integer.parseInt(fields[LOCAL].substring(colon + 1), 16);
      int uid = Integer.parseUnsignedInt(fields[UID]);
      long inode = Long.parseLong(fields[INODE]);
      boolean isOthers = inode != NO_INODE && self.orElse(uid) != uid;
      return new ProcNetLine(
          new TcpSocket(
              address,
              port,
              state(Integer.parseInt(fields[STATE], 16), inode),
              OptionalLong.empty(),
              isOthers ? OptionalInt.of(uid) : OptionalInt.empty()),
          inode);
    } catch (NumberFormatException | UnknownHostException e) {
      return null;
    }
  }

  private static TcpSocket.State state(int number, long inode) {
    if (number == LISTEN) {
      return TcpSocket.State.LISTENING;
    }
    return number == TIME_WAIT || inode == NO_INODE
        ? TcpSocket.State.ENDED
        : TcpSocket.State.CONNECTED;
  }

  private static InetAddress address(String hexadecimal, ByteOrder order)
      throws UnknownHostException {
    ByteBuffer bytes = ByteBuffer.allocate(hexadecimal.length() / 2).order(order);
    for (int i = 0; i + 8 <= hexadecimal.length(); i += 8) {
      bytes.putInt(Integer.parseUnsignedInt(hexadecimal.substring(i, i + 8), 16));
    }
    return InetAddress.getByAddress(bytes.array());
  }
}
