package dev.homeport.definition.setting;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.diagnostic.SyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0/8", "10.1.2.3/32", "0.0.0.0/0", "fd00::/8", "::1/128", "10.1.2.3:80"})
  void rangesOfAddressesMayBeAllowed(String range) {
    assertThatCode(() -> Setting.ALLOW_OUTBOUND.check(range)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/33",
        "10.0.0.0/99",
        "fd00::/129",
        "10.0.0.0/",
        "10.0.0/8",
        "300.0.0.0/8"
      })
  void onesThatNoAddressIsInMayNot(String range) {
    assertThatThrownBy(() -> Setting.ALLOW_OUTBOUND.check(range))
        .isInstanceOf(SyntaxException.class)
        .hasMessageContaining(range);
  }
}
