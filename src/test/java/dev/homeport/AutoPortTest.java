package dev.homeport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutoPortTest {

  @TempDir Path folder;

  @BeforeEach
  void makeMocks() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "GET /a: { text: fine }\n");
  }

  @RepeatedTest(10)
  void twoThatStartTogetherHaveTwoPorts() throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<Homeport> start =
          () -> {
            together.await();
            return Homeport.start(folder.toString());
          };
      Future<Homeport> first = threads.submit(start);
      Future<Homeport> second = threads.submit(start);
      try (Homeport one = first.get();
          Homeport two = second.get()) {
        assertThat(one.port()).isNotEqualTo(two.port());
        assertThat(get(one.url())).isEqualTo("fine");
        assertThat(get(two.url())).isEqualTo("fine");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aThirdIsToldWhoHasThePort() {
    try (Homeport one = Homeport.start(folder.toString())) {
      HomeportOptions same = HomeportOptions.of(folder).withPort(one.port());

      assertThatThrownBy(() -> Homeport.start(same))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("port " + one.port() + " is taken:")
          .hasMessageContaining("this process itself (pid " + ProcessHandle.current().pid() + ")");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]"})
  void answersUnderEachName(String name) throws Exception {
    assumeThat(name).matches(each -> !each.startsWith("[") || hasIpv6());
    try (Homeport api = Homeport.start(folder.toString())) {
      assertThat(get("http://" + name + ":" + api.port())).isEqualTo("fine");
    }
  }

  /** Its fetch is one that asks the resolver for {@code localhost} and takes ::1 if it is first. */
  @Test
  void nodeReachesLocalhost() throws Exception {
    assumeThat(new ProcessBuilder("sh", "-c", "command -v node").start().waitFor()).isZero();
    try (Homeport api = Homeport.start(folder.toString())) {
      String url = "http://localhost:" + api.port() + "/a";
      Process node =
          new ProcessBuilder(
                  "node", "-e", "fetch('" + url + "').then(r => r.text()).then(console.log)")
              .start();

      assertThat(node.inputReader().readLine()).isEqualTo("fine");
      assertThat(node.waitFor()).isZero();
    }
  }

  private static boolean hasIpv6() {
    byte[] loopback = new byte[16];
    loopback[15] = 1;
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByAddress(loopback))) {
      return probe.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static String get(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url + "/a")).build(), BodyHandlers.ofString())
        .body();
  }
}
