package dev.homeport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A port that was closed holds no socket and no thread. */
final class ForksLeaveNothingTest {

  private static final Path OPEN_FILES = Path.of("/proc/self/fd");

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void afterAThousand() throws Exception {
    assumeThat(OPEN_FILES).as("Linux").isDirectory();
    try (Homeport api = Homeport.start(HomeportOptions.ofYaml("GET /a: { text: b }").withPort(0))) {
      openAndClose(api, 20);
      long files = openFiles();
      int threads = serverThreads();

      openAndClose(api, 1_000);

      // The client's end of a connection closes a little later.
      await().untilAsserted(() -> assertThat(openFiles()).isLessThanOrEqualTo(files));
      assertThat(serverThreads()).isEqualTo(threads);
    }
  }

  private void openAndClose(Homeport api, int forks) throws Exception {
    for (int i = 0; i < forks; i++) {
      try (Homeport fork = api.fork()) {
        if (i % 10 == 0) {
          HttpRequest request = HttpRequest.newBuilder(URI.create(fork.url() + "/a")).build();
          assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("b");
        }
      }
    }
  }

  private static long openFiles() throws IOException {
    try (Stream<Path> files = Files.list(OPEN_FILES)) {
      return files.count();
    }
  }

  private static int serverThreads() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("homeport"))
            .count();
  }
}
