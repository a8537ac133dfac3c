import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/**
 * Makes the launcher, when the jar has been packaged: {@code java Launcher.java src/launcher
 * target}. Starts the jar, asks for answers of several kinds and stops it; the JVM then leaves the
 * classes that this took in {@code homeport.jsa}. They hold for the jar and the version of Java
 * that they were made with.
 */
public final class Launcher {

  private static final String START = "Homeport is running at ";

  private Launcher() {}

  public static void main(String[] args) throws Exception {
    Path source = Path.of(args[0]);
    Path target = Path.of(args[1]).toRealPath();
    Path archive = target.resolve("homeport.jsa");
    Files.deleteIfExists(archive);
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:ArchiveClassesAtExit=" + archive,
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-jar",
                target.resolve("homeport.jar").toString(),
                source.resolve("mocks").toString(),
                "--port",
                "0")
            .redirectError(target.resolve("launcher.log").toFile())
            .start();
    try (BufferedReader out = server.inputReader(UTF_8)) {
      String start = out.readLine();
      if (start == null || !start.startsWith(START)) {
        throw new IllegalStateException(
            "not started: " + start + ", see " + target + "/launcher.log");
      }
      train(start.substring(START.length()));
    } finally {
      server.destroy();
      server.waitFor(60, TimeUnit.SECONDS);
      server.destroyForcibly();
    }
    if (!server.supportsNormalTermination()) {
      return; // Windows, where a shell script is of no use either
    }
    if (!Files.exists(archive)) {
      throw new IllegalStateException(archive + " was not written");
    }
    Files.copy(
        source.resolve("homeport"),
        target.resolve("homeport"),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static void train(String url) throws IOException {
    ask(url + "/text", null);
    ask(url + "/greetings/Ada?page=2", null);
    ask(url + "/orders", "{\"id\": 1, \"kind\": \"express\", \"amount\": 12.5, \"lines\": [1, 2]}");
    ask(url + "/users?_sort=name", null);
    ask(url + "/users", "{\"name\": \"Grace\"}");
    ask(url + "/nowhere", null);
    ask(url + "/__homeport/journal", null);
  }

  /** With a body a POST; any answer will do. */
  private static void ask(String url, String json) throws IOException {
    HttpURLConnection call = (HttpURLConnection) URI.create(url).toURL().openConnection();
    if (json != null) {
      call.setDoOutput(true);
      call.setRequestProperty("Content-Type", "application/json");
      call.setRequestProperty("X-Tenant", "acme");
      try (OutputStream out = call.getOutputStream()) {
        out.write(json.getBytes(UTF_8));
      }
    }
    try (InputStream body =
        call.getResponseCode() < 400 ? call.getInputStream() : call.getErrorStream()) {
      body.readAllBytes();
    }
  }
}
