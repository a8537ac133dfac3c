package dev.homeport.server.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetstatSocketsTest {

  @Test
  void theTableIsRead() {
    String text =
        """

        Active Connections

          Proto  Local Address          Foreign Address        State           PID
          TCP    0.0.0.0:135            0.0.0.0:0              LISTENING       1128
          TCP    127.0.0.1:49342        0.0.0.0:0              LISTENING       4711
          TCP    127.0.0.1:50112        127.0.0.1:49342        TIME_WAIT       0
          TCP    192.168.1.5:50113      203.0.113.9:443        ESTABLISHED     900
          TCP    [::]:135               [::]:0                 LISTENING       1128
          TCP    [::1]:49342            [::]:0                 LISTENING       4711
          TCP    [fe80::1%4]:139        [::]:0                 LISTENING       4
          UDP    0.0.0.0:5353           *:*                                    2208
        """;

    assertThat(NetstatSockets.parse(text.replace("\n", "\r\n")))
        .containsExactly(
            Sockets.listening("0.0.0.0:135", 1128),
            Sockets.listening("127.0.0.1:49342", 4711),
            Sockets.ended("127.0.0.1:50112"),
            Sockets.connected("192.168.1.5:50113", 900),
            Sockets.listening("[::]:135", 1128),
            Sockets.listening("[::1]:49342", 4711),
            Sockets.listening("[fe80::1]:139", 4));
  }

  @Test
  void theLanguageOfTheSystemDoesNotMatter() {
    String text =
        """
        Aktive Verbindungen

          Proto  Lokale Adresse         Remoteadresse          Status           PID
          TCP    127.0.0.1:49342        0.0.0.0:0              ABH\uFFFDREN         4711
          TCP    127.0.0.1:50113        127.0.0.1:49342        HERGESTELLT     900
        """;

    assertThat(NetstatSockets.parse(text))
        .containsExactly(
            Sockets.listening("127.0.0.1:49342", 4711), Sockets.connected("127.0.0.1:50113", 900));
  }

  @Test
  void whatIsNoneIsPassedOver() {
    assertThat(NetstatSockets.parse("")).isEmpty();
    assertThat(NetstatSockets.parse("TCP a b c 7\nTCP 127.0.0.1:x 0.0.0.0:0 LISTENING 7"))
        .isEmpty();
  }
}
