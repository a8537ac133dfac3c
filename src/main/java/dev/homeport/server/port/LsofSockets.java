package dev.homeport.server.port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * macOS and other systems that have {@code lsof}. It shows the processes of other users to root
 * alone.
 */
record LsofSockets() implements SocketTable {

  /** Where systems put it; a program of that name elsewhere is not run. */
  private static final List<String> PLACES =
      List.of("/usr/sbin/lsof", "/usr/bin/lsof", "/usr/local/sbin/lsof");

  private static final String ALL_IPV4 = "0.0.0.0";
  private static final String ALL_IPV6 = "::";

  @Override
  public List<TcpSocket> sockets(Predicate<TcpSocket> wanted) throws IOException {
    String program =
        PLACES.stream()
            .filter(place -> Files.isExecutable(Path.of(place)))
            .findFirst()
            .orElseThrow(() -> new IOException("lsof is not installed"));
    String text = ProgramOutput.of(program, "-w", "-nP", "-iTCP", "-sTCP:LISTEN", "-Fptn");
    return parse(text).stream().filter(wanted).toList();
  }

  @Override
  public String asAdministrator(int port) {
    return "sudo lsof -nP -sTCP:LISTEN -iTCP:" + port;
  }

  /**
   * Reads fields, a line each, the first character saying which: {@code p4711}, then for each of
   * the process's files {@code tIPv4} and {@code n127.0.0.1:8080}. What is none is passed over.
   */
  static List<TcpSocket> parse(String text) {
    List<TcpSocket> sockets = new ArrayList<>();
    long pid = -1;
    boolean isSix = false;
    for (String line : text.lines().toList()) {
      String value = line.isEmpty() ? "" : line.substring(1).strip();
      if (line.startsWith("p")) {
        pid = value.matches("\\d{1,18}") ? Long.parseLong(value) : -1;
      } else if (line.startsWith("t")) {
        isSix = value.equals("IPv6");
      } else if (line.startsWith("n") && pid >= 0) {
        TcpSocket socket = socket(value, isSix, pid);
        if (socket != null) {
          sockets.add(socket);
        }
      }
    }
    return sockets;
  }

  private static @Nullable TcpSocket socket(String name, boolean isSix, long pid) {
    int colon = name.lastIndexOf(':');
    String port = name.substring(colon + 1);
    if (colon < 0 || !port.matches("\\d{1,5}")) {
      return null;
    }
    String host = name.substring(0, colon);
    InetAddress address = host.equals("*") ? all(isSix) : AddressText.parse(host);
    return address == null
        ? null
        : new TcpSocket(
            address,
            Integer.parseInt(port),
            TcpSocket.State.LISTENING,
            OptionalLong.of(pid),
            OptionalInt.empty());
  }

  private static @Nullable InetAddress all(boolean isSix) {
    try {
      return InetAddress.getByName(isSix ? ALL_IPV6 : ALL_IPV4);
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
