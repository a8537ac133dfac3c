package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.homeport.server.port.PortChoice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListeningTest {

  @RegisterExtension final Servers servers = new Servers();

  @Test
  void isOnBothFamilies() throws IOException {
    assumeThat(Addresses.SIX).matches(Addresses::exists);
    HttpServer server = servers.server(new Mocks().with("GET /a", Mocks.text("x")));

    assertThat(servers.opened(new RawClient(Addresses.FOUR, server.port())).ask("GET /a").body())
        .isEqualTo("x");
    assertThat(servers.opened(new RawClient(Addresses.SIX, server.port())).ask("GET /a").body())
        .isEqualTo("x");
  }

  @Test
  void saysItsUrl() {
    HttpServer server = servers.server(new Mocks());

    assertThat(server.url()).isEqualTo("http://127.0.0.1:" + server.port());
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void refusesAPortThatIsTaken(String address) throws IOException {
    assumeThat(InetAddress.getByName(address)).matches(Addresses::exists);
    try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getByName(address))) {
      PortChoice port = new PortChoice(OptionalInt.of(holder.getLocalPort()));

      assertThatThrownBy(() -> new Mocks().start(Mocks.options("", port)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("port " + holder.getLocalPort() + " is taken")
          .hasMessageContaining("--port");
    }
  }

  @Test
  void isReachedByEveryNameOfLoopback() {
    HttpServer server = servers.server(new Mocks());

    assertThat(server.reach())
        .isEqualTo(new Reach(Optional.of("http://localhost:" + server.port()), false, List.of()));
  }

  @Test
  void oneLoopbackAddressIsNotLocalhost() throws IOException {
    assumeThat(Addresses.SIX).matches(Addresses::exists);
    PortChoice any = new PortChoice(OptionalInt.of(0));
    HttpServer server = servers.opened(new Mocks().start(Mocks.options("::1", any)));

    assertThat(server.url()).isEqualTo("http://[::1]:" + server.port());
    assertThat(server.reach()).isEqualTo(new Reach(Optional.empty(), false, List.of()));
  }

  @Test
  void allAddressesAreOpen() {
    PortChoice any = new PortChoice(OptionalInt.of(0));
    HttpServer server = servers.opened(new Mocks().start(Mocks.options("0.0.0.0", any)));

    assertThat(server.reach().isOpen()).isTrue();
    assertThat(server.reach().openUrls())
        .allSatisfy(
            url ->
                assertThat(url)
                    .matches("http://[0-9.]+:" + server.port())
                    .doesNotContain("127.0.0.1", "0.0.0.0"));
  }

  /** The address is one for documentation (RFC 5737). */
  @Test
  void refusesAnAddressOfNoInterface() {
    PortChoice auto = new PortChoice(OptionalInt.empty());

    assertThatThrownBy(() -> new Mocks().start(Mocks.options("203.0.113.77", auto)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("host '203.0.113.77' is no address of this machine (write one of:");
  }

  @Test
  void mayBeOnOneAddressOnly() {
    PortChoice any = new PortChoice(OptionalInt.of(0));
    HttpServer server = servers.opened(new Mocks().start(Mocks.options("0.0.0.0", any)));

    assertThat(server.url()).isEqualTo("http://127.0.0.1:" + server.port());
    assertThat(servers.client(server).ask("GET /").status()).isEqualTo(404);
  }
}
