package dev.homeport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packaged jar in a process of its own, standing in a folder.
 *
 * @param launch options of {@code java}, as far as the name of the program
 */
record Packaged(Path folder, List<String> launch) {

  static final Path JAR = Path.of("target", "homeport.jar").toAbsolutePath();

  /** What a process left behind. */
  record Outcome(int status, String out, String err) {}

  /** {@code java -jar homeport.jar}. */
  static Packaged alone(Path folder) {
    return new Packaged(folder, List.of("-jar", JAR.toString()));
  }

  /** The program, behind other versions of the libraries in it. */
  static Packaged afterOtherVersions(Path folder) throws IOException {
    return new Packaged(folder, List.of("-cp", otherVersionsAndJar(), "dev.homeport.cli.Main"));
  }

  /** A class path: libraries as a user may have them, then the jar. */
  static String otherVersionsAndJar() throws IOException {
    try (Stream<Path> others = Files.list(Path.of("target", "other-versions"))) {
      return Stream.concat(others.map(Path::toAbsolutePath).sorted(), Stream.of(JAR))
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  /** Starts it; standard error is kept in a file. */
  Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(launch);
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectError(folder.resolve("stderr.txt").toFile())
        .start();
  }

  /** Runs it to its end. */
  Outcome run(String... arguments) throws Exception {
    Process process = start(arguments);
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), out, err());
  }

  String err() throws IOException {
    return Files.readString(folder.resolve("stderr.txt"));
  }
}
