package dev.homeport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium without a window; tests that need one are skipped where there is none. */
final class Browser {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Path program;
  private final Path profile;

  private Browser(Path program, Path profile) {
    this.program = program;
    this.profile = profile;
  }

  /**
   * The browser of this machine.
   *
   * @param profile an empty folder for what it writes
   */
  static Browser onThisMachine(Path profile) {
    Optional<Path> found = NAMES.stream().flatMap(name -> find(name).stream()).findFirst();
    Assumptions.assumeTrue(found.isPresent(), "no Chromium on this machine");
    return new Browser(found.orElseThrow(), profile);
  }

  private static Optional<Path> find(String name) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      Path program = Path.of(folder, name);
      if (Files.isExecutable(program)) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }

  /** The page's document as text, after its scripts had time to finish. */
  String documentOf(String url, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--user-data-dir=" + profile,
            "--virtual-time-budget=10000",
            "--dump-dom"));
    command.addAll(List.of(options));
    command.add(url);
    Process browser =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String document = new String(browser.getInputStream().readAllBytes(), UTF_8);
    if (!browser.waitFor(30, TimeUnit.SECONDS)) {
      browser.destroyForcibly();
    }
    return document;
  }
}
