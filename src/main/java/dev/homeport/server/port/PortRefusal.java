package dev.homeport.server.port;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a port that was asked for cannot be opened, for people: who holds it, and what to do.
 *
 * <pre>
 * port 8080 is taken: 127.0.0.1:8080 is held by python3 -m http.server 8080 (pid 4711, since …)
 * stop it: kill 4711, or choose another with --port, or --port auto
 * </pre>
 */
public final class PortRefusal {

  /** On most systems, ports below are for the administrator (RFC 6335, 6). */
  private static final int FIRST_OF_USERS = 1024;

  private static final String BY_OPTION = "choose another with --port, or --port auto";
  private static final String IN_FILE =
      "choose another in its homeport.yaml, or leave port out there";

  private final PortHolders holders;
  private final String another;

  PortRefusal(PortHolders holders) {
    this(holders, BY_OPTION);
  }

  private PortRefusal(PortHolders holders, String another) {
    this.holders = holders;
    this.another = another;
  }

  /** That asks this machine. */
  public static PortRefusal ofSystem() {
    return new PortRefusal(PortHolders.ofSystem());
  }

  /** As above, of a port that a service asked for. */
  public static PortRefusal ofService() {
    return new PortRefusal(PortHolders.ofSystem(), IN_FILE);
  }

  /**
   * The text, of two lines or more.
   *
   * @param addresses where to listen
   * @param cause what the system said
   */
  public String text(int port, List<InetAddress> addresses, IOException cause) {
    List<HeldPort> held;
    try {
      held = inTheWay(holders.of(port), addresses);
    } catch (IOException e) {
      return "port "
          + port
          + " is taken ("
          + cause.getMessage()
          + "), it cannot be seen by whom: "
          + e.getMessage()
          + "\n"
          + another;
    }
    if (!held.isEmpty()) {
      return "port " + port + " is taken:" + words(held) + "\n" + nextStep(held, port);
    }
    return "port " + port + " cannot be opened (" + cause.getMessage() + ")\n" + advice(port);
  }

  private static List<HeldPort> inTheWay(List<HeldPort> held, List<InetAddress> addresses) {
    return held.stream()
        .filter(each -> addresses.stream().anyMatch(each.socket()::occupies))
        .toList();
  }

  private static String words(List<HeldPort> held) {
    return held.size() == 1
        ? " " + held.get(0).words()
        : held.stream().map(each -> "\n  " + each.words()).collect(Collectors.joining());
  }

  private String advice(int port) {
    if (port < FIRST_OF_USERS) {
      return "a port below "
          + FIRST_OF_USERS
          + " may need the rights of an administrator: "
          + another;
    }
    return "nobody is seen to hold it: try again, " + look(port) + "or " + another;
  }

  private String look(int port) {
    String command = holders.asAdministrator(port);
    return command.isEmpty() ? "" : "look with: " + command + ", ";
  }

  /** Nobody is told to stop the process that asks, or the one that all others come from. */
  private String nextStep(List<HeldPort> held, int port) {
    List<Long> pids =
        held.stream()
            .map(HeldPort::holder)
            .filter(Holder.Running.class::isInstance)
            .map(Holder.Running.class::cast)
            .filter(running -> running.kind() != Holder.Running.Kind.SELF && running.pid() > 1)
            .map(Holder.Running::pid)
            .distinct()
            .toList();
    if (!pids.isEmpty()) {
      return (pids.size() == 1 ? "stop it: " : "stop them: ") + kill(pids) + ", or " + another;
    }
    if (held.stream().allMatch(each -> each.socket().state() == TcpSocket.State.ENDED)) {
      return "wait a minute, or " + another;
    }
    boolean isHidden = held.stream().anyMatch(each -> !(each.holder() instanceof Holder.Running));
    return isHidden && !look(port).isEmpty() ? look(port) + "or " + another : another;
  }

  private static String kill(List<Long> pids) {
    String command = isWindows() ? "taskkill /F" : "kill";
    String before = isWindows() ? " /PID " : " ";
    return command + pids.stream().map(pid -> before + pid).collect(Collectors.joining());
  }

  private static boolean isWindows() {
    return File.separatorChar == '\\';
  }
}
