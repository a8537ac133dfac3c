package dev.homeport.server.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostGuardTest {

  private static final Set<String> NONE = Set.of();

  private final HostGuard guard = new HostGuard(List.of(), false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LocalHost:8080",
        "127.0.0.1",
        "127.0.0.1:1",
        "[::1]",
        "[::1]:8080",
        "shop.localhost",
        "a.b.localhost:3000"
      })
  void thisMachineIsAllowed(String host) {
    assertThat(guard.allows(host, NONE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.test",
        "localhost.evil.test",
        "evillocalhost",
        "127.0.0.1.evil.test",
        "127.0.0.2",
        "0.0.0.0",
        "[::2]",
        "localhost.",
        "10.0.0.1:80",
        "",
        ":80",
        ".localhost.evil.test"
      })
  void anythingElseIsNot(String host) {
    assertThat(guard.allows(host, NONE)).isFalse();
  }

  @Test
  void namesMayBeAdded() {
    HostGuard more = new HostGuard(List.of("Mocks", "*.shop.test"), false);

    assertThat(more.allows("mocks:8080", NONE)).isTrue();
    assertThat(more.allows("api.SHOP.test", NONE)).isTrue();
    assertThat(more.allows("shop.test", NONE)).isFalse();
    assertThat(more.allows("evilshop.test", NONE)).isFalse();
    assertThat(new HostGuard(List.of("*"), false).allows("evil.test", NONE)).isTrue();
  }

  @Test
  void aMockMayNameHosts() {
    assertThat(guard.allows("API.test:80", Set.of("api.test"))).isTrue();
    assertThat(guard.allows("other.test", Set.of("api.test"))).isFalse();
  }

  @Test
  void addressesAreAllowedWhereAllAreListenedOn() {
    HostGuard all = new HostGuard(List.of(), true);

    assertThat(all.allows("192.168.1.7:8080", NONE)).isTrue();
    assertThat(all.allows("[fe80::1]", NONE)).isTrue();
    assertThat(all.allows("evil.test", NONE)).isFalse();
    assertThat(all.allows("", NONE)).isFalse();
  }

  @Test
  void aRefusalSaysWhatLetsItIn() {
    assertThat(new HostGuard(List.of("a.test"), false).refusal("Evil.test:80"))
        .contains("'evil.test'")
        .contains("a.test")
        .contains("--allow-host evil.test");
  }
}
