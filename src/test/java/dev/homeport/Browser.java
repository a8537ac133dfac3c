package dev.homeport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium without a window; tests that need one are skipped where there is none. */
public final class Browser {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Path program;
  private final Path folder;

  private Browser(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /**
   * The browser of this machine.
   *
   * @param folder an empty folder for what it writes
   */
  public static Browser onThisMachine(Path folder) {
    Optional<Path> found = NAMES.stream().flatMap(name -> find(name).stream()).findFirst();
    Assumptions.assumeTrue(found.isPresent(), "no Chromium on this machine");
    return new Browser(found.orElseThrow(), folder);
  }

  private static Optional<Path> find(String name) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path program = Path.of(folder, name);
      if (Files.isExecutable(program)) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }

  /** The page's document as text, after its scripts had time to finish. */
  public String documentOf(String url, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--user-data-dir=" + folder.resolve("profile"),
            "--virtual-time-budget=20000",
            "--dump-dom"));
    command.addAll(List.of(options));
    command.add(url);
    // Into a file: who reads what a hanging browser prints would hang with it.
    Path document = folder.resolve("document.html");
    Process browser =
        new ProcessBuilder(command)
            .redirectOutput(document.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!browser.waitFor(2, TimeUnit.MINUTES)) {
      browser.destroyForcibly();
      throw new AssertionError("the browser does not end");
    }
    return Files.readString(document, UTF_8);
  }
}
