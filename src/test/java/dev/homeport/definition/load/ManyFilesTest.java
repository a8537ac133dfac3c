package dev.homeport.definition.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.diagnostic.Problem;
import dev.homeport.engine.route.Lookup;
import dev.homeport.engine.route.Route;
import dev.homeport.engine.route.RouteIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder so large that several threads read it: nobody can tell. */
class ManyFilesTest {

  private static final int FILES = 40;
  private static final int ROUTES_A_FILE = 50;

  /** Those with mistakes, and one that has a route of another. */
  private static final int BAD_FILES = 7;

  /** Enough of it in each file makes the folder a large one. */
  private static final String COMMENT = "# a line that nobody reads\n".repeat(300);

  @TempDir Path folder;

  /** Every seventh file has mistakes, in its first and in its last route; two have one route. */
  private static String text(int file) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ROUTES_A_FILE; i++) {
      boolean isWrong = file % 7 == 3 && (i == 0 || i == ROUTES_A_FILE - 1);
      String key = isWrong ? "staus" : "status";
      text.append("GET /f%d/r%d/{id}: { %s: 201, json: { id: 7 } }\n".formatted(file, i, key));
    }
    return file == 5 || file == 30 ? text + "GET /both: {}\n" : text.toString();
  }

  private void write(IntFunction<String> ending) throws IOException {
    for (int i = 0; i < FILES; i++) {
      Files.writeString(file(i), text(i) + ending.apply(i));
    }
  }

  private Path file(int number) {
    return folder.resolve("routes-%02d.yaml".formatted(number));
  }

  private static List<String> keys(LoadedMocks mocks) {
    return mocks.index().routes().stream().map(Route::key).toList();
  }

  private static List<String> problems(LoadedMocks mocks) {
    return mocks.problems().stream().map(Problem::toString).toList();
  }

  @Test
  void routesAndProblemsAreThoseOfTheSameFilesReadByOneThread() throws IOException {
    write(file -> "");
    LoadedMocks small = new MocksLoader(Map.of()).load(folder);
    write(file -> COMMENT);
    LoadedMocks large = new MocksLoader(Map.of()).load(folder);

    assertThat(keys(large)).isEqualTo(keys(small));
    assertThat(problems(large)).isEqualTo(problems(small)).hasSize(2 * BAD_FILES);
    assertThat(large.problems()).isEqualTo(small.problems());
  }

  @Test
  void routesAndProblemsComeInTheOrderOfFilesAndLines() throws IOException {
    write(file -> COMMENT);
    LoadedMocks mocks = new MocksLoader(Map.of()).load(folder);

    assertThat(mocks.problems()).isSorted();
    assertThat(keys(mocks))
        .isEqualTo(
            IntStream.range(0, FILES)
                .filter(file -> file % 7 != 3 && file != 30)
                .boxed()
                .flatMap(
                    file -> text(file).lines().map(line -> line.substring(0, line.indexOf(':'))))
                .toList());
  }

  @Test
  void requestsFindTheirRoutesWhileAllFilesAreReadAgain() throws Exception {
    write(file -> COMMENT);
    LiveMocks live = LiveMocks.open(folder, Map.of());
    AtomicReference<RouteIndex> served = new AtomicReference<>(live.mocks().index());
    live.listen(reload -> served.set(reload.mocks().index()));
    AtomicBoolean isOver = new AtomicBoolean();
    ExecutorService clients = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> asked = new ArrayList<>();
      for (int client = 0; client < 2; client++) {
        asked.add(clients.submit(() -> askUntil(isOver, served)));
      }
      for (int reload = 0; reload < 100; reload++) {
        String added = "/%d: {}\n".formatted(reload);
        write(file -> "GET /new" + file + added + COMMENT);
        assertThat(live.reload().changes().added()).hasSize(FILES - BAD_FILES);
      }
      isOver.set(true);
      for (Future<Integer> each : asked) {
        assertThat(each.get(1, TimeUnit.MINUTES)).isPositive();
      }
    } finally {
      isOver.set(true);
      clients.shutdown();
    }
  }

  private static int askUntil(AtomicBoolean isOver, AtomicReference<RouteIndex> served) {
    int asked = 0;
    do {
      RouteIndex index = Objects.requireNonNull(served.get());
      String path = "/f%d/r%d/7".formatted(asked % 3, asked % ROUTES_A_FILE);
      assertThat(index.find("GET", path)).as(path).isInstanceOf(Lookup.Found.class);
      asked++;
    } while (!isOver.get());
    return asked;
  }
}
