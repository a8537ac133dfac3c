package dev.homeport.server.port;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Finds out who holds which port. Each question looks anew, which may take a second. */
public final class PortHolders {

  private final SocketTable table;

  PortHolders(SocketTable table) {
    this.table = table;
  }

  /** Of this machine. */
  public static PortHolders ofSystem() {
    return new PortHolders(SocketTable.ofSystem());
  }

  /**
   * Who listens where loopback leads, sorted by port and address.
   *
   * @throws IOException when the system does not tell, saying what is missing
   */
  public List<HeldPort> onLoopback() throws IOException {
    return held(socket -> isListening(socket) && socket.isOnLoopback());
  }

  /**
   * Who holds one port on any address: listeners; if there are none, the connections that keep
   * others from listening.
   *
   * @throws IOException when the system does not tell, saying what is missing
   */
  public List<HeldPort> of(int port) throws IOException {
    List<HeldPort> held = held(socket -> socket.port() == port);
    List<HeldPort> listening = held.stream().filter(each -> isListening(each.socket())).toList();
    return listening.isEmpty() ? held : listening;
  }

  /** What shows a holder that is hidden from us; empty when nothing does. */
  String asAdministrator(int port) {
    return table.asAdministrator(port);
  }

  private static boolean isListening(TcpSocket socket) {
    return socket.state() == TcpSocket.State.LISTENING;
  }

  private List<HeldPort> held(Predicate<TcpSocket> wanted) throws IOException {
    Map<Long, Holder> processes = new HashMap<>();
    return table.sockets(wanted).stream()
        .sorted(Comparator.comparing(TcpSocket::port).thenComparing(TcpSocket::shown))
        .map(socket -> new HeldPort(socket, holder(socket, processes)))
        .distinct()
        .toList();
  }

  private Holder holder(TcpSocket socket, Map<Long, Holder> processes) {
    if (socket.pid().isPresent()) {
      return processes.computeIfAbsent(socket.pid().getAsLong(), this::running);
    }
    return socket.uid().isPresent()
        ? new Holder.OfUser(socket.uid().getAsInt())
        : new Holder.Unseen();
  }

  private Holder running(long pid) {
    CommandLine command = new CommandLine(table.commandLine(pid));
    Instant started =
        ProcessHandle.of(pid).flatMap(process -> process.info().startInstant()).orElse(null);
    return new Holder.Running(pid, command.shown(), started, kind(pid, command));
  }

  private static Holder.Running.Kind kind(long pid, CommandLine command) {
    if (pid == ProcessHandle.current().pid()) {
      return Holder.Running.Kind.SELF;
    }
    return command.isHomeport() ? Holder.Running.Kind.HOMEPORT : Holder.Running.Kind.OTHER;
  }
}
