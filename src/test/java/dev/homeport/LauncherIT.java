package dev.homeport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code target/homeport}, the shell script that starts the jar on classes prepared for it. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

  private static final Path TARGET = Path.of("target").toAbsolutePath();

  @TempDir Path folder;

  @BeforeEach
  void aMock() throws IOException {
    Path mocks = Files.createDirectory(folder.resolve("my mocks"));
    Files.writeString(mocks.resolve("a.yaml"), "GET /a/{id}: { text: \"{{path.id}}\" }\n");
  }

  /** Runs a script; the classes that are loaded and standard error are kept in files. */
  private Process start(Path script, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(folder.resolve("stderr.txt").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder
        .environment()
        .put("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + folder.resolve("classes.txt"));
    return builder.start();
  }

  private List<String> classes(String part) throws IOException {
    try (var lines = Files.lines(folder.resolve("classes.txt"))) {
      return lines.filter(line -> line.contains(part)).toList();
    }
  }

  private static void awaitEnd(Process process) throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void servesFromAnyFolderThroughLinksOnPreparedClassesUntilASignalComes() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Files.createSymbolicLink(folder.resolve("far"), TARGET.resolve("homeport"));
    Path link = Files.createSymbolicLink(bin.resolve("homeport"), Path.of("..", "far"));

    Process process = start(link, "my mocks", "--port", "0");
    try (BufferedReader out = process.inputReader(UTF_8)) {
      String url = out.readLine().replace("Homeport is running at ", "");

      HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/a/7")).build();
      assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body())
          .isEqualTo("7");
    } finally {
      process.toHandle().destroy();
      awaitEnd(process);
    }
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(classes(" dev.homeport.engine.route.Route source: "))
        .singleElement()
        .asString()
        .endsWith("shared objects file (top)");
    assertThat(classes("com.sun.jmx.interceptor")).as("no JMX server is started").isEmpty();
  }

  @Test
  void worksWithoutAWordWhereThePreparedClassesDoNotFit() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("else where"));
    for (String name : List.of("homeport", "homeport.jar", "homeport.jsa")) {
      Files.copy(TARGET.resolve(name), elsewhere.resolve(name));
    }
    assertThat(elsewhere.resolve("homeport").toFile().setExecutable(true)).isTrue();

    Process process = start(elsewhere.resolve("homeport"), "check", "my mocks");
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    awaitEnd(process);

    assertThat(process.exitValue()).isZero();
    assertThat(out).isEqualTo("my mocks: 1 route in 1 file, no problem\n");
    assertThat(Files.readString(folder.resolve("stderr.txt")).lines())
        .allMatch(line -> line.startsWith("NOTE: Picked up JDK_JAVA_OPTIONS"));
    assertThat(classes("shared objects file (top)")).isEmpty();
  }
}
