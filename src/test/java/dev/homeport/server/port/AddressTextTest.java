package dev.homeport.server.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTextTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1",
    "0.0.0.0, 0.0.0.0",
    "::1, [::1]",
    "::, [::]",
    "fd00:0:0:1:0:0:0:2, [fd00:0:0:1::2]",
    "fd00:0:1:0:2:3:4:5, [fd00:0:1:0:2:3:4:5]",
    "2001:db8:0:0:1:0:0:1, [2001:db8::1:0:0:1]",
    "1:2:3:4:5:6:0:0, [1:2:3:4:5:6::]",
    "fe80::ABCD, [fe80::abcd]",
  })
  void leavesTheLongestRunOfZerosOut(String address, String text) throws Exception {
    assertThat(AddressText.of(InetAddress.getByName(address))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1",
    "[::1], [::1]",
    "::, [::]",
    "[fe80::1%4], [fe80::1]",
    "[::ffff:127.0.0.1], 127.0.0.1",
  })
  void isReadAgain(String literal, String text) {
    assertThat(AddressText.parse(literal)).isNotNull().extracting(AddressText::of).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "localhost", "abc", "1.2.3", "256.1.1.1", ":", "::1::", "*"})
  void noNameIsLookedUp(String text) {
    assertThat(AddressText.parse(text)).isNull();
  }
}
