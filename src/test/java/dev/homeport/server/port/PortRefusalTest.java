package dev.homeport.server.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class PortRefusalTest {

  private static final List<InetAddress> LOOPBACK =
      List.of(Sockets.address("127.0.0.1"), Sockets.address("::1"));

  private static final String ANOTHER = "choose another with --port, or --port auto";

  /** No process has such a number: the start of each is unknown. */
  private static final long PYTHON = 5_000_000_001L;

  private static final long NODE = 5_000_000_002L;
  private static final long HOMEPORT = 5_000_000_003L;

  private static final Map<Long, List<String>> COMMANDS =
      Map.of(
          PYTHON, List.of("/usr/bin/python3", "-m", "http.server"),
          NODE, List.of("node", "server.js"),
          HOMEPORT, List.of("java", "-jar", "homeport.jar", "shop"));

  private record Fixed(List<TcpSocket> all) implements SocketTable {

    @Override
    public List<TcpSocket> sockets(Predicate<TcpSocket> wanted) {
      return all.stream().filter(wanted).toList();
    }

    @Override
    public List<String> commandLine(long pid) {
      return COMMANDS.getOrDefault(pid, List.of());
    }

    @Override
    public String asAdministrator(int port) {
      return "look at " + port;
    }
  }

  private static String refusal(int port, TcpSocket... sockets) {
    return refusal(port, LOOPBACK, sockets);
  }

  private static String refusal(int port, List<InetAddress> addresses, TcpSocket... sockets) {
    return new PortRefusal(new PortHolders(new Fixed(List.of(sockets))))
        .text(port, addresses, new BindException("in use"));
  }

  @Test
  void namesTheHolderAndTheNextStep() {
    assertThat(refusal(80, Sockets.listening("127.0.0.1:80", PYTHON)))
        .isEqualTo(
            "port 80 is taken: 127.0.0.1:80 is held by python3 -m http.server (pid "
                + PYTHON
                + ")\nstop it: kill "
                + PYTHON
                + ", or "
                + ANOTHER);
  }

  @Test
  void eachFamilyMayHaveItsOwn() {
    assertThat(
            refusal(
                8080,
                Sockets.listening("[::1]:8080", NODE),
                Sockets.listening("127.0.0.1:8080", PYTHON),
                Sockets.listening("127.0.0.1:8081", 7)))
        .isEqualTo(
            "port 8080 is taken:\n"
                + "  127.0.0.1:8080 is held by python3 -m http.server (pid 5000000001)\n"
                + "  [::1]:8080 is held by node server.js (pid 5000000002)\n"
                + "stop them: kill 5000000001 5000000002, or "
                + ANOTHER);
  }

  @Test
  void aHolderOfBothFamiliesIsStoppedOnce() {
    assertThat(
            refusal(
                8080,
                Sockets.listening("[::1]:8080", NODE),
                Sockets.listening("127.0.0.1:8080", NODE)))
        .endsWith("stop it: kill 5000000002, or " + ANOTHER);
  }

  @Test
  void whoIsNotInTheWayIsNotNamed() {
    TcpSocket elsewhere = Sockets.listening("192.0.2.7:8080", NODE);

    assertThat(refusal(8080, elsewhere, Sockets.listening("0.0.0.0:8080", PYTHON)))
        .contains("0.0.0.0:8080 is held by python3")
        .doesNotContain("192.0.2.7");
    assertThat(refusal(8080, List.of(Sockets.address("0.0.0.0")), elsewhere))
        .contains("192.0.2.7:8080 is held by node");
  }

  @Test
  void anotherHomeportIsCalledSo() {
    assertThat(refusal(8080, Sockets.listening("127.0.0.1:8080", HOMEPORT)))
        .contains("is held by another Homeport, java -jar homeport.jar shop (pid 5000000003)");
  }

  @Test
  void aProcessIsNotToldToStopItself() {
    long self = ProcessHandle.current().pid();

    assertThat(refusal(8080, Sockets.listening("127.0.0.1:8080", self)))
        .isEqualTo(
            "port 8080 is taken: 127.0.0.1:8080 is held by this process itself (pid "
                + self
                + ")\n"
                + ANOTHER);
  }

  @Test
  void theFirstProcessIsNotToBeStopped() {
    assertThat(refusal(8080, Sockets.listening("127.0.0.1:8080", 1))).doesNotContain("kill");
  }

  @Test
  void whoCannotBeSeenIsSaidHonestly() {
    assertThat(refusal(8080, Sockets.ofUser("127.0.0.1:8080", 1000)))
        .isEqualTo(
            "port 8080 is taken: 127.0.0.1:8080 is held by a process of another user (uid 1000)\n"
                + "look with: look at 8080, or "
                + ANOTHER);
    assertThat(refusal(8080, Sockets.hidden("127.0.0.1:8080")))
        .contains("a process that cannot be seen from here\nlook with: look at 8080");
  }

  @Test
  void aConnectionHoldsAPortToo() {
    assertThat(refusal(50_000, Sockets.connected("127.0.0.1:50000", PYTHON)))
        .contains("127.0.0.1:50000 is held by a connection of python3 -m http.server (pid")
        .contains("kill");
    assertThat(refusal(50_000, Sockets.ended("127.0.0.1:50000")))
        .isEqualTo(
            "port 50000 is taken: 127.0.0.1:50000 is held by the system, for a connection that has"
                + " just ended\nwait a minute, or "
                + ANOTHER);
  }

  @Test
  void connectionsToAListenerAreNotNamed() {
    assertThat(
            refusal(
                8080,
                Sockets.listening("127.0.0.1:8080", PYTHON),
                Sockets.connected("127.0.0.1:8080", PYTHON),
                Sockets.ended("127.0.0.1:8080")))
        .startsWith("port 8080 is taken: 127.0.0.1:8080 is held by python3 -m http.server (pid");
  }

  @Test
  void whatTheSystemSaysIsShownWhenNobodyIsSeen() {
    assertThat(refusal(80)).startsWith("port 80 cannot be opened (in use)\na port below 1024 may");
    assertThat(refusal(8080))
        .isEqualTo(
            "port 8080 cannot be opened (in use)\n"
                + "nobody is seen to hold it: try again, look with: look at 8080, or "
                + ANOTHER);
  }

  @Test
  void aSystemThatDoesNotTellIsNoReasonToFail() {
    SocketTable silent =
        wanted -> {
          throw new IOException("lsof is not installed");
        };

    assertThat(
            new PortRefusal(new PortHolders(silent))
                .text(80, LOOPBACK, new BindException("in use")))
        .isEqualTo(
            "port 80 is taken (in use), it cannot be seen by whom: lsof is not installed\n"
                + ANOTHER);
  }

  @Test
  void thoseOnLoopbackAreSortedByPort() throws IOException {
    Fixed table =
        new Fixed(
            Stream.of(
                    Sockets.listening("[::1]:9", NODE),
                    Sockets.listening("0.0.0.0:10", NODE),
                    Sockets.listening("192.0.2.7:8", NODE),
                    Sockets.connected("127.0.0.1:7", NODE),
                    Sockets.listening("127.0.0.1:9", NODE))
                .toList());

    assertThat(new PortHolders(table).onLoopback())
        .extracting(held -> held.socket().shown())
        .containsExactly("127.0.0.1:9", "[::1]:9", "0.0.0.0:10");
  }
}
