package dev.homeport.definition.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.diagnostic.Problem;
import dev.homeport.engine.route.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LiveMocksTest {

  @TempDir Path temporary;

  private Path folder;
  private long now;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("mocks"));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void delete(Path path) throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private LiveMocks open() {
    return LiveMocks.open(folder, Map.of(), () -> now);
  }

  /** The keys of the routes that serve, in the order of files. */
  private static List<String> routes(LiveMocks live) {
    return live.mocks().index().routes().stream().map(Route::key).toList();
  }

  private List<String> problems(LiveMocks live) {
    return live.mocks().problems().stream().map(this::line).toList();
  }

  private String line(Problem problem) {
    return problem.toString().replace(folder + "/", "");
  }

  private List<String> names(List<String> files) {
    return files.stream().map(file -> file.replace(folder + "/", "")).toList();
  }

  @Nested
  class Edits {

    @Test
    void routesAreAddedChangedAndRemoved() throws IOException {
      write("a.yaml", "GET /a: { text: 1 }\nGET /b: {}\nGET /c: {}\n");
      LiveMocks live = open();

      write("a.yaml", "GET /c: {}\nGET /a: { text: 2 }\nGET /d: {}\nGET /e: {}\n");
      Reload reload = live.reload();

      assertThat(reload.changes()).hasToString("+2 routes, ~1, -1");
      assertThat(names(reload.files())).containsExactly("a.yaml");
      assertThat(routes(live)).containsExactly("GET /c", "GET /a", "GET /d", "GET /e");
    }

    @Test
    void nothingHappensWithoutAnEdit() throws IOException {
      write("a.yaml", "GET /a: { staus: 1 }\n");
      write("b.yaml", "GET /b: {}\n");
      LiveMocks live = open();

      assertThat(live.reload().isEmpty()).isTrue();

      Files.setLastModifiedTime(folder.resolve("b.yaml"), FileTime.fromMillis(0));
      assertThat(live.reload().isEmpty()).isTrue();
    }

    @Test
    void whatDidNotChangeIsNotReadAgain() throws IOException {
      write("a.yaml", "GET /a: {}\n");
      write("b.yaml", "GET /b: {}\n");
      LiveMocks live = open();
      Route before = live.mocks().index().routes().get(1);

      write("a.yaml", "GET /a: { text: new }\n");
      live.reload();

      assertThat(live.mocks().index().routes().get(1)).isSameAs(before);
    }

    @Test
    void anEditOfTheSameSizeAndTimeIsSeen() throws IOException {
      write("a.yaml", "GET /a: { text: 1 }\n");
      Path file = folder.resolve("a.yaml");
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
      LiveMocks live = open();

      write("a.yaml", "GET /a: { text: 2 }\n");
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));

      assertThat(live.reloadPatiently().changes().changed()).hasSize(1);
    }

    @Test
    void routesThatMoveToAnotherFileStay() throws IOException {
      write("a.yaml", "GET /a: {}\nGET /b: {}\n");
      write("c.yaml", "GET /c: {}\n");
      LiveMocks live = open();

      write("a.yaml", "GET /a: {}\n");
      write("c.yaml", "GET /c: {}\nGET /b: {}\n");
      assertThat(live.reload().changes().isEmpty()).isTrue();
      assertThat(routes(live)).containsExactly("GET /a", "GET /c", "GET /b");

      Files.move(folder.resolve("a.yaml"), folder.resolve("z.yaml"));
      Reload moved = live.reloadPatiently();
      assertThat(moved.changes().isEmpty()).isTrue();
      assertThat(moved.found()).isEmpty();
      assertThat(routes(live)).containsExactly("GET /c", "GET /b", "GET /a");
    }

    @Test
    void newFoldersAndDeletedOnes() throws IOException {
      LiveMocks live = open();

      write("sub/deep/a.yaml", "GET /a: {}\n");
      live.reload();
      assertThat(routes(live)).containsExactly("GET /a");

      delete(folder.resolve("sub"));
      live.reload();
      assertThat(routes(live)).isEmpty();
    }
  }

  @Nested
  class Mistakes {

    @Test
    void theLastGoodVersionOfThatFileStaysAndTheOthersReload() throws IOException {
      write("a.yaml", "GET /a: { text: 1 }\n");
      write("b.yaml", "GET /b: { text: 1 }\n");
      LiveMocks live = open();

      write("a.yaml", "GET /a: { text: 2 }\nGET /broken: { staus: 1 }\n");
      write("b.yaml", "GET /b: { text: 2 }\nGET /c: {}\n");
      Reload broken = live.reload();

      assertThat(broken.changes()).hasToString("+1 route, ~1, -0");
      assertThat(names(broken.files())).containsExactly("b.yaml");
      assertThat(names(broken.kept())).containsExactly("a.yaml");
      assertThat(broken.found()).hasSize(1);
      assertThat(live.reload().found()).isEmpty();

      write("a.yaml", "GET /a: { text: 2 }\n");
      Reload mended = live.reload();
      assertThat(names(mended.mended())).containsExactly("a.yaml");
      assertThat(mended.changes()).hasToString("+0 routes, ~1, -0");
      assertThat(problems(live)).isEmpty();
    }

    @Test
    void ofTwoFilesWithOneRouteTheChangedOneIsBad() throws IOException {
      write("a.yaml", "GET /x: { text: a }\n");
      write("b.yaml", "GET /y: {}\n");
      LiveMocks live = open();

      write("a.yaml", "GET /x: { text: a }\nGET /y: {}\n");
      live.reload();
      assertThat(problems(live))
          .containsExactly(
              "a.yaml:2:1: GET: the same route as at b.yaml:1:1 (leave one of them out)",
              "b.yaml:1:1: GET: the same route as at a.yaml:2:1 (leave one of them out)");
      assertThat(routes(live)).containsExactly("GET /x", "GET /y");

      write("b.yaml", "GET /y: { text: again }\nGET /z: {}\n");
      assertThat(live.reload().changes()).hasToString("+1 route, ~1, -0");

      write("b.yaml", "GET /z: {}\n");
      Reload mended = live.reload();
      assertThat(names(mended.mended())).containsExactly("a.yaml", "b.yaml");
      assertThat(routes(live)).containsExactly("GET /x", "GET /y", "GET /z");
    }

    @Test
    void theLastGoodVersionKeepsItsRoutesFromOtherFiles() throws IOException {
      write("b.yaml", "GET /b: {}\n");
      LiveMocks live = open();

      write("b.yaml", "GET /other: { staus: 1 }\n");
      write("a.yaml", "GET /b: {}\n");
      live.reload();

      assertThat(problems(live))
          .containsExactly(
              "a.yaml:1:1: GET: the same route as in the last good version of b.yaml, which serves"
                  + " (mend b.yaml)",
              "b.yaml:1:15: unknown key 'staus' in GET /other (did you mean 'status'?)");
      assertThat(live.mocks().index().routes())
          .extracting(route -> route.at().file())
          .containsExactly(folder.resolve("b.yaml").toString());
    }

    @Test
    void aFileThatCannotBeReadKeepsItsRoutes() throws IOException {
      write("a.yaml", "GET /a: {}\n");
      LiveMocks live = open();

      write("a.yaml", "#" + "x".repeat(16 << 20));
      live.reload();

      assertThat(problems(live)).hasSize(1);
      assertThat(routes(live)).containsExactly("GET /a");
    }
  }

  @Nested
  class Losses {

    private void pass(long millis) {
      now += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void anEmptyFileIsBelievedAfter100Milliseconds() throws IOException {
      write("a.yaml", "GET /a: {}\n");
      LiveMocks live = open();

      write("a.yaml", "");
      assertThat(live.reloadPatiently().isEmpty()).isTrue();
      assertThat(live.isInDoubt()).isTrue();
      pass(99);
      assertThat(live.reloadPatiently().isEmpty()).isTrue();
      pass(1);
      assertThat(live.reloadPatiently().changes()).hasToString("+0 routes, ~0, -1");
      assertThat(live.isInDoubt()).isFalse();
    }

    @Test
    void aPauseOfTheMachineIsNoProof() throws IOException {
      write("a.yaml", "GET /a: {}\n");
      LiveMocks live = open();

      write("a.yaml", "");
      live.reloadPatiently();
      pass(60_000);
      assertThat(live.reloadPatiently().isEmpty()).isTrue();
      assertThat(routes(live)).containsExactly("GET /a");
    }

    @Test
    void aFileThatIsWrittenAnewLosesNothing() throws IOException {
      write("a.yaml", "GET /a: {}\n");
      LiveMocks live = open();

      Files.delete(folder.resolve("a.yaml"));
      assertThat(live.reloadPatiently().isEmpty()).isTrue();
      pass(60);
      write("a.yaml", "");
      assertThat(live.reloadPatiently().isEmpty()).isTrue();
      write("a.yaml", "GET /a: {}\n");
      assertThat(live.reloadPatiently().isEmpty()).isTrue();
      pass(200);
      write("a.yaml", "");
      assertThat(live.reloadPatiently().isEmpty()).isTrue();
    }

    @Test
    void aDeletedFileGoesWithItsRoutes() throws IOException {
      write("a.yaml", "GET /a: {}\n");
      LiveMocks live = open();

      Files.delete(folder.resolve("a.yaml"));
      live.reloadPatiently();
      pass(50);
      live.reloadPatiently();
      pass(50);
      live.reloadPatiently();

      assertThat(routes(live)).isEmpty();
    }

    @Test
    void whoeverAsksForAReloadIsBelievedAtOnce() throws IOException {
      write("a.yaml", "GET /a: {}\n");
      LiveMocks live = open();

      write("a.yaml", "");

      assertThat(live.reload().changes().removed()).hasSize(1);
    }

    @Test
    void aFolderThatVanishesKeepsEverything() throws IOException {
      write("a.yaml", "GET /a: {}\n");
      LiveMocks live = open();

      Files.move(folder, temporary.resolve("away"));
      assertThat(live.reload().found())
          .extracting(Problem::message)
          .containsExactly("the folder is not there any more");
      assertThat(live.reload().isEmpty()).isTrue();
      assertThat(problems(live)).hasSize(1);
      assertThat(routes(live)).containsExactly("GET /a");

      Files.move(temporary.resolve("away"), folder);
      write("a.yaml", "GET /a: {}\nGET /b: {}\n");
      Reload back = live.reload();
      assertThat(back.mended()).containsExactly(folder.toString());
      assertThat(routes(live)).containsExactly("GET /a", "GET /b");
      assertThat(problems(live)).isEmpty();
    }
  }

  @Nested
  class TheSettingsFile {

    @Test
    void changesWhatHoldsForAllRoutes() throws IOException {
      write("homeport.yaml", "prefix: /v1\n");
      write("a.yaml", "GET /a: { text: \"{{vars.x}}\" }\n");
      LiveMocks live = open();

      write("homeport.yaml", "prefix: /v1\nvars: { x: 1 }\ndelay: 1s\n");
      assertThat(live.reload().changes()).hasToString("+1 route, ~0, -0");
      assertThat(live.mocks().settings().delay()).isPresent();

      write("homeport.yaml", "prefix: /v1\nvars: { x: 2 }\n");
      assertThat(live.reload().changes()).hasToString("+0 routes, ~1, -0");

      write("homeport.yaml", "vars: { x: 2 }\n");
      live.reload();
      assertThat(routes(live)).containsExactly("GET /a");
    }

    @Test
    void aBadOneKeepsTheOldSettings() throws IOException {
      write("homeport.yaml", "prefix: /v1\ndelay: 1s\n");
      write("a.yaml", "GET /a: {}\n");
      LiveMocks live = open();

      write("homeport.yaml", "prefix: /v2\ndelay: soon\n");
      write("b.yaml", "GET /b: {}\n");
      Reload reload = live.reload();

      assertThat(names(reload.kept())).containsExactly("homeport.yaml");
      assertThat(live.mocks().settings().delay()).isPresent();
      assertThat(routes(live)).containsExactly("GET /v1/a", "GET /v1/b");
    }

    @Test
    void aMistakeInItsDefaultsIsShownWithItsLineAlsoWhenOnlyAnotherFileChanged()
        throws IOException {
      write("homeport.yaml", "defaults:\n  headers: { X-Id: \"{{path.id}}\" }\n");
      write("a.yaml", "GET /a/{id}: {}\n");
      LiveMocks live = open();
      assertThat(problems(live)).isEmpty();

      write("a.yaml", "GET /a: {}\n");
      live.reload();

      assertThat(live.mocks().problems())
          .extracting(Problem::excerpt)
          .containsExactly("  headers: { X-Id: \"{{path.id}}\" }");
      assertThat(routes(live)).containsExactly("GET /a/{id}");
    }
  }

  @Nested
  class DataFilesOfRoutes {

    @Test
    void anEditedSchemaReloadsTheRoutesThatUseIt() throws IOException {
      write("s.json", "{\"$ref\": \"t.json\"}");
      write("t.json", "{\"type\": \"object\"}");
      write("a.yaml", "POST /a: { when: { schema: s.json } }\nGET /b: {}\n");
      LiveMocks live = open();

      write("t.json", "{\"type\": \"array\"}");
      Reload reload = live.reload();

      assertThat(names(reload.files())).containsExactly("t.json");
      assertThat(reload.changes()).hasToString("+0 routes, ~1, -0");
    }

    @Test
    void anEditedTemplateReloadsTheRoutesThatUseIt() throws IOException {
      write("page.html", "<p>{{method}}</p>");
      write("a.yaml", "GET /a: { file: page.html, template: true }\nGET /b: {}\n");
      LiveMocks live = open();

      write("page.html", "<p>{{unknown}}</p>");
      Reload broken = live.reload();
      assertThat(broken.found()).hasSize(1);
      assertThat(routes(live)).containsExactly("GET /a", "GET /b");

      write("page.html", "<b>{{method}}</b>");
      assertThat(live.reload().changes()).hasToString("+0 routes, ~1, -0");
    }

    @Test
    void aNamedFileThatComesMendsTheRoute() throws IOException {
      write("a.yaml", "GET /a: { file: a.json }\n");
      LiveMocks live = open();
      assertThat(problems(live)).hasSize(1);

      write("a.json", "{}");
      assertThat(live.reload().changes()).hasToString("+1 route, ~0, -0");

      Files.delete(folder.resolve("a.json"));
      assertThat(live.reload().found()).hasSize(1);
      assertThat(routes(live)).containsExactly("GET /a");
    }

    @Test
    void aYamlFileBecomesDataWhenItIsNamed() throws IOException {
      write("b.yaml", "GET /b: {}\n");
      write("a.yaml", "GET /a: {}\n");
      LiveMocks live = open();

      write("a.yaml", "GET /a: { file: b.yaml }\n");
      live.reload();
      assertThat(routes(live)).containsExactly("GET /a");

      write("a.yaml", "GET /a: { file: b.yaml\n");
      live.reload();
      assertThat(routes(live)).containsExactly("GET /a");

      write("a.yaml", "GET /a: {}\n");
      live.reload();
      assertThat(routes(live)).containsExactly("GET /a", "GET /b");
    }
  }

  @Nested
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  class Links {

    /** As Kubernetes changes the volume of a ConfigMap. */
    private void swap(String version, String text) throws IOException {
      write(".." + version + "/a.yaml", text);
      write(".." + version + "/a.json", "\"" + version + "\"");
      Path fresh = folder.resolve("..data_tmp");
      Files.createSymbolicLink(fresh, Path.of(".." + version));
      Files.move(fresh, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void aSwappedLinkIsAnEdit() throws IOException {
      swap("v1", "GET /a: { file: a.json }\n");
      Files.createSymbolicLink(folder.resolve("a.yaml"), Path.of("..data/a.yaml"));
      Files.createSymbolicLink(folder.resolve("a.json"), Path.of("..data/a.json"));
      LiveMocks live = open();
      assertThat(routes(live)).containsExactly("GET /a");

      swap("v2", "GET /a: { file: a.json }\nGET /b: {}\n");
      delete(folder.resolve("..v1"));
      live.reload();

      assertThat(routes(live)).containsExactly("GET /a", "GET /b");
      assertThat(problems(live)).isEmpty();
    }

    @Test
    void theFolderItselfMayBeSwapped() throws IOException {
      Path first = Files.createDirectory(temporary.resolve("one"));
      Path second = Files.createDirectory(temporary.resolve("two"));
      Files.writeString(first.resolve("a.yaml"), "GET /a: { text: same }\n");
      Files.writeString(second.resolve("a.yaml"), "GET /a: { text: same }\nGET /b: {}\n");
      Path link = Files.createSymbolicLink(temporary.resolve("link"), first);
      LiveMocks live = LiveMocks.open(link, Map.of(), () -> now);
      String identity = live.mocks().index().routes().get(0).identity();

      Files.delete(link);
      Files.createSymbolicLink(link, second);
      Reload reload = live.reload();

      assertThat(reload.changes()).hasToString("+1 route, ~0, -0");
      assertThat(live.mocks().index().routes().get(0).identity()).isEqualTo(identity);
    }
  }
}
