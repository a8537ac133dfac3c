package dev.homeport.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.homeport.engine.json.Json;
import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PortsCommandTest {

  @TempDir Path mocks;

  @BeforeEach
  void thisMachineShowsItsSockets() {
    assumeThat(Outcome.of("ports").status()).isZero();
  }

  @Test
  void aHolderIsShown() throws Exception {
    try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(holder.getLocalPort());
      long self = ProcessHandle.current().pid();
      String line = "  " + port + "  127.0.0.1  this process itself (pid " + self + ")\n";

      assertThat(Outcome.of("ports", port)).isEqualTo(new Outcome(0, line, ""));
      assertThat(Outcome.of("ports").out().replaceAll(" +", " "))
          .contains(line.replaceAll(" +", " "));
      JsonNode listed =
          requireNonNull(Json.parse(Outcome.of("ports", "--json", port).out())).get(0);
      assertThat(listed.get("port").asInt()).isEqualTo(holder.getLocalPort());
      assertThat(listed.get("address").asString()).isEqualTo("127.0.0.1");
      assertThat(listed.get("pid").asLong()).isEqualTo(self);
      assertThat(listed.get("command").asString()).startsWith("java");
    }
  }

  @Test
  void nobodyIsAFailedCheck() throws Exception {
    String port;
    try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = Integer.toString(holder.getLocalPort());
    }

    assertThat(Outcome.of("ports", port))
        .isEqualTo(new Outcome(1, "nobody holds port " + port + "\n", ""));
    assertThat(Outcome.of("ports", port, "--json")).isEqualTo(new Outcome(1, "[]\n", ""));
  }

  @Test
  void twoThatStartTogetherHaveTwoPortsAndAThirdIsToldWhoHasOne() throws Exception {
    Files.writeString(mocks.resolve("a.yaml"), "GET /a: {}\n");
    Process one = Programs.start(Main.class, mocks.toString());
    Process two = Programs.start(Main.class, mocks.toString());
    try (BufferedReader first = Programs.reader(one);
        BufferedReader second = Programs.reader(two)) {
      String url = first.readLine();
      assertThat(url).startsWith("Homeport is running at ").isNotEqualTo(second.readLine());
      String port = url.substring(url.lastIndexOf(':') + 1);

      Outcome third = Outcome.of(mocks.toString(), "--port", port);

      assertThat(third.status()).isEqualTo(3);
      assertThat(third.out()).isEmpty();
      assertThat(third.err())
          .startsWith("homeport: port " + port + " is taken:")
          .contains("127.0.0.1:" + port + " is held by another Homeport, java ")
          .contains("dev.homeport.cli.Main " + mocks.toString().substring(0, 5))
          .contains("(pid " + one.pid() + ", since ")
          .endsWith(
              "\nstop it: kill " + one.pid() + ", or choose another with --port, or --port auto\n");
    } finally {
      one.destroy();
      two.destroy();
      assertThat(one.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(two.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }
}
