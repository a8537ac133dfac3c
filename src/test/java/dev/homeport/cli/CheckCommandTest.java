package dev.homeport.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  @TempDir Path folder;

  private Outcome check(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "check";
    args[1] = folder.toString();
    System.arraycopy(options, 0, args, 2, options.length);
    return Outcome.of(args);
  }

  @Nested
  class WhenAllIsWell {

    @BeforeEach
    void writeMocks() throws IOException {
      Files.writeString(folder.resolve("users.yaml"), "GET /users: { json: [] }\n");
      Files.writeString(folder.resolve("orders.yaml"), "GET /a: {}\nGET /b: {}\n");
    }

    @Test
    void saysHowMuchWasRead() {
      assertThat(check())
          .isEqualTo(new Outcome(0, folder + ": 3 routes in 2 files, no problem\n", ""));
    }

    @Test
    void quietSaysNothing() {
      assertThat(check("--quiet")).isEqualTo(new Outcome(0, "", ""));
    }

    @Test
    void jsonHasNoProblems() {
      assertThat(check("--json").out()).isEqualTo("{\"files\":2,\"routes\":3,\"problems\":[]}\n");
    }
  }

  @Nested
  class WhenThereIsATypo {

    @BeforeEach
    void writeMocks() throws IOException {
      Files.writeString(folder.resolve("a.yaml"), "GET /users:\n  staus: 200\n");
      Files.writeString(folder.resolve("b.yaml"), "GET /b:\n  status: 99\nGET /ok: {}\n");
      Files.writeString(folder.resolve("c.yaml"), "GET /c: {}\n");
    }

    @Test
    void reportsAllOnStandardOutputWithLineAndCaret() {
      Outcome outcome = check();

      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.err()).isEmpty();
      assertThat(outcome.out())
          .startsWith(folder.resolve("a.yaml") + ":2:3: unknown key 'staus' in ")
          .contains("(did you mean 'status'?)\n    staus: 200\n    ^\n")
          .contains(folder.resolve("b.yaml") + ":2:11: ")
          .endsWith("2 problems in 2 files\n");
    }

    @Test
    void quietReportsThemAllTheSame() {
      assertThat(check("--quiet")).isEqualTo(check());
    }

    @Test
    void jsonHasPlaceMessageHintAndLine() {
      Outcome outcome = check("--json");

      assertThat(outcome.status()).isEqualTo(1);
      Object first = Json.toJava(requireNonNull(Json.parse(outcome.out())).at("/problems/0"));
      assertThat(first)
          .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
          .containsEntry("file", folder.resolve("a.yaml").toString())
          .containsEntry("hint", "did you mean 'status'?")
          .containsEntry("excerpt", "  staus: 200")
          .containsKeys("line", "column", "message");
      assertThat(outcome.out().lines()).hasSize(1);
    }

    @Test
    void theEnvironmentAsksForJsonToo() {
      assertThat(Outcome.of(Map.of("HOMEPORT_JSON", "true"), "check", folder.toString()))
          .isEqualTo(check("--json"));
    }
  }

  @Test
  void aMissingFolderIsNamedAndIsWrongUsage() {
    Path missing = folder.resolve("nowhere");

    assertThat(Outcome.of("check", missing.toString()))
        .isEqualTo(new Outcome(2, "", "homeport: the folder '" + missing + "' does not exist\n"));
  }

  @Test
  void namedValuesFromTheCommandLineAreKnownToTemplates() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "GET /a: { text: \"{{vars.shop}}\" }\n");

    assertThat(check().status()).isEqualTo(1);
    assertThat(check("--var", "shop=Harbour").status()).isZero();
  }

  @Test
  void anEmptyFolderIsNoProblem() {
    assertThat(check())
        .isEqualTo(new Outcome(0, folder + ": 0 routes in 0 files, no problem\n", ""));
  }
}
