package dev.homeport.server.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TcpSocketTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1, true",
    "127.0.0.1, ::1,       false",
    "127.0.0.2, 127.0.0.1, false",
    "0.0.0.0,   127.0.0.1, true",
    "0.0.0.0,   ::1,       false",
    "::,        127.0.0.1, true",
    "::,        ::1,       true",
    "127.0.0.1, 0.0.0.0,   true",
    "::1,       0.0.0.0,   false",
    "192.0.2.7, ::,        true",
  })
  void occupiesWhatOverlaps(String held, String wanted, boolean occupied) {
    TcpSocket socket = Sockets.listening("[" + held + "]:80", 1);

    assertThat(socket.occupies(Sockets.address(wanted))).isEqualTo(occupied);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "127.8.9.1, true",
    "::1, true",
    "0.0.0.0, true",
    "::, true",
    "192.0.2.7, false",
    "fd00::1, false",
  })
  void isOnLoopbackWhereLoopbackLeads(String address, boolean loopback) {
    assertThat(Sockets.listening("[" + address + "]:80", 1).isOnLoopback()).isEqualTo(loopback);
  }
}
