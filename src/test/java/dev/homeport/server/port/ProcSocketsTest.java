package dev.homeport.server.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcSocketsTest {

  /** As Linux 6 wrote it, the users changed. */
  private static final String TCP =
      """
        sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
         0: 00000000:07E8 00000000:0000 0A 00000000:00000000 00:00000000 00000000 %1$10d        0 1145 1 00000000db135dc7 100 0 0 10 0
         1: 0100007F:C0BE 00000000:0000 0A 00000000:00000000 00:00000000 00000000 %2$10d        0 22561 1 0000000024fce623 100 0 0 10 0
         2: 0100007F:809C 0100007F:C0BE 06 00000000:00000000 03:0000176F 00000000     0        0 0 3 00000000985d03e6
         3: 0100007F:809E 0100007F:C0BE 01 00000000:00000000 00:00000000 00000000 %2$10d        0 22570 1 00000000985d03e6 20 4 30 10 -1
      """;

  private static final String TCP6 =
      """
        sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
         0: 00000000000000000000000001000000:C0BE 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000 %2$10d        0 22572 1 00000000881984b1 100 0 0 10 0
         1: 0000000000000000FFFF00000100007F:EBEF 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000 %2$10d        0 22574 1 00000000f6829901 100 0 0 10 0
         2: 00000000000000000000000000000000:AAFB 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000 %2$10d        0 22573 1 00000000cca24496 100 0 0 10 0
      """;

  @TempDir Path proc;

  private int self;

  /** A system of three processes; 4000 and 4711 share a socket, as parent and child do. */
  @BeforeEach
  void makeProcesses() throws IOException {
    assumeThat(ByteOrder.nativeOrder()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
    assumeThat(proc.getFileSystem().supportedFileAttributeViews()).contains("unix");
    Files.createDirectories(proc.resolve("self"));
    self = (Integer) Files.getAttribute(proc.resolve("self"), "unix:uid");
    Files.createDirectories(proc.resolve("net"));
    Files.writeString(proc.resolve("net/tcp"), TCP.formatted(self + 1, self));
    Files.writeString(proc.resolve("net/tcp6"), TCP6.formatted(self + 1, self));
    process(4711, "socket:[22561]", "pipe:[8]", "socket:[9]");
    process(4000, "socket:[22561]", "socket:[22572]", "socket:[22570]", "pipe:[22574]");
    process(4001);
    Files.createDirectories(proc.resolve("sys"));
  }

  private void process(int pid, String... files) throws IOException {
    Path descriptors = Files.createDirectories(proc.resolve(pid + "/fd"));
    for (int i = 0; i < files.length; i++) {
      Files.createSymbolicLink(descriptors.resolve(Integer.toString(i)), Path.of(files[i]));
    }
  }

  @Test
  void inodesLeadToProcesses() throws IOException {
    assertThat(new ProcSockets(proc).sockets(socket -> true))
        .containsExactly(
            Sockets.ofUser("0.0.0.0:2024", self + 1),
            Sockets.listening("127.0.0.1:49342", 4000),
            Sockets.ended("127.0.0.1:32924"),
            Sockets.connected("127.0.0.1:32926", 4000),
            Sockets.listening("[::1]:49342", 4000),
            Sockets.hidden("127.0.0.1:60399"),
            Sockets.hidden("[::]:43771"));
  }

  @Test
  void whatIsNotWantedIsLeftOut() throws IOException {
    assertThat(new ProcSockets(proc).sockets(socket -> socket.port() == 32_924))
        .containsExactly(Sockets.ended("127.0.0.1:32924"));
  }

  @Test
  void aKernelWithoutIpv6HasOneList() throws IOException {
    Files.delete(proc.resolve("net/tcp6"));

    assertThat(new ProcSockets(proc).sockets(socket -> true)).hasSize(4);
  }

  @Test
  void aCommandLineIsReadWhole() throws IOException {
    String classPath = "/lib/a.jar:".repeat(1000);
    Files.writeString(proc.resolve("4711/cmdline"), "/bin/java\0-cp\0" + classPath + "\0Main\0");
    Files.writeString(proc.resolve("4001/cmdline"), "");

    ProcSockets sockets = new ProcSockets(proc);

    assertThat(sockets.commandLine(4711)).containsExactly("/bin/java", "-cp", classPath, "Main");
    assertThat(sockets.commandLine(4001)).isEmpty();
    assertThat(sockets.commandLine(1)).isEmpty();
  }

  @Test
  void bytesAreInTheOrderOfTheMachine() {
    String line = "0: 7F000001:C0BE 00000000:0000 0A 0:0 00:0 0 1000 0 7 1 0 100 0 0 10 0";

    assertThat(ProcNetLine.parse(line, ByteOrder.BIG_ENDIAN, OptionalInt.of(0)))
        .isEqualTo(new ProcNetLine(Sockets.ofUser("127.0.0.1:49342", 1000), 7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sl local_address rem_address st tx_queue rx_queue tr tm->when retrnsmt uid timeout inode",
        "0: 7F000001 00000000:0000 0A 0:0 00:0 0 1000 0 7",
        "0: 7F00:C0BE 00000000:0000 0A 0:0 00:0 0 1000 0 7",
        "0: 7F000001:C0BE 00000000:0000 0A 0:0 00:0 0 me 0 7",
      })
  void whatIsNoLineIsNone(String line) {
    assertThat(ProcNetLine.parse(line, ByteOrder.BIG_ENDIAN, OptionalInt.empty())).isNull();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void thisMachineIsReadToo() throws IOException {
    Path real = Path.of("/proc");
    assumeThat(real.resolve("net/tcp")).isReadable();
    try (ServerSocket server = new ServerSocket(0, 1, Sockets.address("127.0.0.1"))) {
      List<TcpSocket> found =
          new ProcSockets(real).sockets(socket -> socket.port() == server.getLocalPort());

      assertThat(found)
          .contains(
              Sockets.listening(
                  "127.0.0.1:" + server.getLocalPort(), ProcessHandle.current().pid()));
    }
  }
}
