package dev.homeport.server.port;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Windows: {@code netstat -ano} shows every socket with its process. */
record NetstatSockets() implements SocketTable {

  /** Of a line: protocol, local, foreign, state, process. */
  private static final int FEWEST_FIELDS = 5;

  @Override
  public List<TcpSocket> sockets(Predicate<TcpSocket> wanted) throws IOException {
    String program = ProgramOutput.windowsFolder() + "\\System32\\netstat.exe";
    return parse(ProgramOutput.of(program, "-ano")).stream().filter(wanted).toList();
  }

  /**
   * Reads the table. The words for the states are in the user's language, so that a listener is
   * known by its foreign address, which is none, and an ended connection by its process, which is
   * 0. What is no socket is passed over.
   *
   * <p>{@code TCP 127.0.0.1:8080 0.0.0.0:0 ABHÖREN 4711} is a listener.
   */
  static List<TcpSocket> parse(String text) {
    return Arrays.stream(text.split("\\R"))
        .map(line -> socket(line.strip().split("\\s+", -1)))
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable TcpSocket socket(String[] fields) {
    String last = fields[fields.length - 1];
    if (fields.length < FEWEST_FIELDS || !fields[0].equals("TCP") || !last.matches("\\d{1,18}")) {
      return null;
    }
    int colon = fields[1].lastIndexOf(':');
    String port = fields[1].substring(colon + 1);
    InetAddress address = AddressText.parse(fields[1].substring(0, Math.max(0, colon)));
    if (address == null || !port.matches("\\d{1,5}")) {
      return null;
    }
    long pid = Long.parseLong(last);
    return new TcpSocket(
        address,
        Integer.parseInt(port),
        state(fields[2], pid),
        pid == 0 ? OptionalLong.empty() : OptionalLong.of(pid),
        OptionalInt.empty());
  }

  private static TcpSocket.State state(String foreign, long pid) {
    if (foreign.equals("0.0.0.0:0") || foreign.equals("[::]:0")) {
      return TcpSocket.State.LISTENING;
    }
    return pid == 0 ? TcpSocket.State.ENDED : TcpSocket.State.CONNECTED;
  }
}
