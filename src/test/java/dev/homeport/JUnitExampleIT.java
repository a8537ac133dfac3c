package dev.homeport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * examples/junit, compiled and run with nothing but the packaged jar and JUnit, and again behind
 * other versions of the libraries that are in the jar.
 */
final class JUnitExampleIT {

  private static final Path EXAMPLE = Path.of("examples", "junit").toAbsolutePath();
  private static final Pattern JAVA_BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^}\\n```$");
  private static final Pattern TEST = Pattern.compile("(?m)^  @Test$");

  @TempDir Path classes;

  @Test
  void itsTestsPass() throws Exception {
    run(Packaged.JAR.toString());
  }

  @Test
  void itsTestsPassBehindOtherVersionsOfTheLibraries() throws Exception {
    run(Packaged.otherVersionsAndJar());
  }

  private void run(String libraries) throws Exception {
    compile();

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                path(libraries, classes, EXAMPLE.resolve("src/test/resources")),
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--disable-banner",
                "--disable-ansi-colors",
                "--scan-classpath=" + classes)
            .directory(EXAMPLE.toFile())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(out).isZero();
    int parameterized = 12;
    assertThat(out).containsPattern("\\[ +" + (tests() + parameterized) + " tests successful ");
  }

  private static long tests() throws IOException {
    long tests = 0;
    for (Path source : sources()) {
      tests += TEST.matcher(Files.readString(source)).results().count();
    }
    return tests;
  }

  @Test
  void theReadmeShowsWhatIsInIt() throws Exception {
    StringBuilder all = new StringBuilder();
    for (Path source : sources()) {
      all.append(Files.readString(source).replaceAll("(?m)^ +", ""));
    }
    List<String> blocks =
        JAVA_BLOCK
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(block -> block.group(1).replaceAll("(?m)^ +", ""))
            .toList();

    assertThat(blocks).isNotEmpty();
    assertThat(all).contains(blocks);
  }

  private void compile() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
      List<String> options =
          List.of(
              "--release", "17", "-d", classes.toString(), "-cp", path(Packaged.JAR.toString()));
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjectsFromPaths(sources()))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLE.resolve("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  /** Some folders, some libraries, and of these tests' own JUnit alone. */
  private static String path(String libraries, Path... folders) {
    List<String> all = new ArrayList<>();
    Arrays.stream(folders).map(Path::toString).forEach(all::add);
    all.add(libraries);
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(JUnitExampleIT::isOfJUnit)
        .forEach(all::add);
    return all.stream().collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isOfJUnit(String library) {
    String name = Path.of(library).getFileName().toString();
    return Stream.of("junit-", "opentest4j-", "open-test-reporting-", "apiguardian-")
        .anyMatch(name::startsWith);
  }
}
