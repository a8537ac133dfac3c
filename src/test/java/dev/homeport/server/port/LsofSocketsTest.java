package dev.homeport.server.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LsofSocketsTest {

  @Test
  void fieldsAreReadAProcessAtATime() {
    String text =
        """
        p501
        f5
        tIPv4
        n*:7000
        f6
        tIPv6
        n*:7000
        p4711
        f3
        tIPv4
        n127.0.0.1:58365
        f4
        tIPv6
        n[::1]:36945
        f5
        tIPv6
        n[fe80::1%lo0]:8080
        """;

    assertThat(LsofSockets.parse(text))
        .containsExactly(
            Sockets.listening("0.0.0.0:7000", 501),
            Sockets.listening("[::]:7000", 501),
            Sockets.listening("127.0.0.1:58365", 4711),
            Sockets.listening("[::1]:36945", 4711),
            Sockets.listening("[fe80::1]:8080", 4711));
  }

  @Test
  void whatIsNoneIsPassedOver() {
    String text = "n127.0.0.1:1\npx\nn127.0.0.1:2\np7\nnlocalhost:3\nn*:*\nn\n\nn127.0.0.1:http\n";

    assertThat(LsofSockets.parse(text)).isEmpty();
    assertThat(LsofSockets.parse("")).isEmpty();
  }

  @Test
  void theProgramIsUnderstood() throws Exception {
    assumeThat(new LsofSockets()).matches(any -> Files.isExecutable(Path.of("/usr/bin/lsof")));
    try (ServerSocket server = new ServerSocket(0, 1, Sockets.address("127.0.0.1"))) {
      assertThat(new LsofSockets().sockets(socket -> socket.port() == server.getLocalPort()))
          .contains(
              Sockets.listening(
                  "127.0.0.1:" + server.getLocalPort(), ProcessHandle.current().pid()));
    }
  }
}
