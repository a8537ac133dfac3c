package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.definition.load.FolderWatcher;
import dev.homeport.definition.load.LiveMocks;
import dev.homeport.definition.load.TextReader;
import dev.homeport.definition.setting.Setting;
import dev.homeport.definition.setting.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ReloadTest {

  private static final int EDITS = 100;
  private static final int CONNECTIONS = 4;

  @RegisterExtension final Servers servers = new Servers();

  @TempDir Path folder;

  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  private HttpServer serve() {
    LiveMocks live = LiveMocks.open(folder, Map.of());
    Settings settings = new Settings(Map.of(Setting.PORT, "0"));
    HttpServer server =
        servers.opened(
            HttpServer.start(
                live.mocks(), settings, TextReader.withoutFiles(Map.of()), RequestLog.none()));
    live.listen(reload -> server.use(reload.mocks(), settings));
    servers.opened(FolderWatcher.start(live, failure -> failures.add(failure.toString())));
    return server;
  }

  /** Always of the same size. */
  private static String routes(int version) {
    return """
        GET /a/{id}:
          headers: { X-Version: "%1$03d" }
          text: "{{path.id}} %1$03d"
        GET /b: { text: "%1$03d" }
        """
        .formatted(version);
  }

  /**
   * By turns as programs write: in place, by a file that takes the name, by one with another name,
   * by a link that is swapped. None leaves the file empty for a time: how long an editor may take
   * for that is a question of time.
   */
  private void edit(int version) throws IOException {
    Path file = folder.resolve("a.yaml");
    Path fresh = folder.resolve(".fresh");
    switch (version % 4) {
      case 0 -> Files.writeString(file, routes(version), StandardOpenOption.WRITE);
      case 1 -> {
        Files.writeString(fresh, routes(version));
        replace(fresh, file);
      }
      case 2 -> {
        Files.writeString(folder.resolve("b.yaml"), routes(version));
        Files.delete(file);
      }
      default -> {
        Path target = folder.resolve("..data" + version);
        Files.writeString(target, routes(version));
        Files.createSymbolicLink(fresh, target);
        replace(fresh, file);
        Files.delete(folder.resolve("b.yaml"));
      }
    }
  }

  private static void replace(Path fresh, Path file) throws IOException {
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void noAnswerFailsOrIsMixedWhileFilesAreEdited() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), routes(0));
    HttpServer server = serve();
    AtomicBoolean isOver = new AtomicBoolean();
    AtomicLong answers = new AtomicLong();
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      RawClient client = servers.client(server);
      Thread thread = new Thread(() -> ask(client, isOver, answers));
      thread.start();
      clients.add(thread);
    }

    RawClient client = servers.client(server);
    for (int version = 1; version <= EDITS; version++) {
      edit(version);
      String expected = "%03d".formatted(version);
      await(expected).until(() -> client.ask("GET /b").body().equals(expected));
    }
    isOver.set(true);
    for (Thread thread : clients) {
      thread.join();
    }

    assertThat(failures).isEmpty();
    assertThat(answers).hasValueGreaterThan(EDITS);
  }

  private void ask(RawClient client, AtomicBoolean isOver, AtomicLong answers) {
    while (!isOver.get()) {
      RawClient.Raw answer = client.ask("GET /a/7");
      String expected = "7 " + answer.header("X-Version");
      if (answer.status() != 200 || !answer.body().equals(expected)) {
        failures.add(answer.toString());
      }
      answers.incrementAndGet();
    }
  }

  @Test
  void aFileThatIsSentIsReadWhenItIsAskedFor() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), "GET /a: { file: a.txt }\n");
    Files.writeString(folder.resolve("a.txt"), "old");
    RawClient client = servers.client(serve());
    assertThat(client.ask("GET /a").body()).isEqualTo("old");

    Files.writeString(folder.resolve("a.txt"), "other");

    assertThat(client.ask("GET /a").body()).isEqualTo("other");
  }
}
