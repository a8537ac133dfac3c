package dev.homeport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.Packaged.Outcome;
import java.io.File;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's program with libraries of other versions beside Homeport: both have their own. */
class ClashIT {

  @TempDir Path folder;

  @Test
  void theUsersLibrariesAreTheUsersAndOursAreOurs() throws Exception {
    Files.createDirectory(folder.resolve("mocks"));
    Files.writeString(
        folder.resolve("mocks/a.yaml"),
        """
        POST /json:
          - when: { json: { "$.items[?(@.n > 1)].n": 2 } }
            text: "{{#each json.items}}{{n}}{{/each}} {{#if (fake 'address.city' locale='de')}}and a city{{/if}}"
        """);
    compile(folder);
    String path = folder + File.pathSeparator + Packaged.otherVersionsAndJar();

    Outcome outcome = new Packaged(folder, List.of("-cp", path, "UserProgram")).run("mocks");

    assertThat(outcome.status()).as("%s", outcome).isZero();
    assertThat(outcome.out().lines().filter(line -> !line.contains(" DEBUG ")))
        .as("%s", outcome)
        .contains(
            "jackson 2 2.9.10-8",
            "jackson 3 3.0.0",
            "handlebars 1",
            "json-path 2",
            "snakeyaml {a=true}",
            "engine {a=yes}",
            "picocli 4.0.4",
            "undertow own 2.2.33.Final",
            "homeport 2 and a city",
            "homeport problems []",
            "homeport closed true")
        .anyMatch(line -> line.endsWith("[main] INFO UserProgram - by logback"));
    assertThat(outcome.out()).as("all log lines are the user's").doesNotContain("dev.homeport");
    assertThat(outcome.err()).doesNotContain("XNIO version", "SLF4J", "WARN", "INFO");
  }

  /** Without a warning of the compiler, which would be an error in many a user's build. */
  private static void compile(Path classes) throws Exception {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, UTF_8)) {
      List<String> options =
          List.of(
              "-Xlint:all",
              "-Werror",
              "-proc:none",
              "-d",
              classes.toString(),
              "-cp",
              Packaged.otherVersionsAndJar());
      boolean compiled =
          javac
              .getTask(
                  complaints,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjects(Path.of("src/test/resources/clash/UserProgram.java")))
              .call();
      assertThat(compiled).as(complaints::toString).isTrue();
    }
  }
}
