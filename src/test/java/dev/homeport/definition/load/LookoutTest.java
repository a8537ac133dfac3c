package dev.homeport.definition.load;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookoutTest {

  @TempDir Path folder;

  private long now;
  private long next;
  private final List<String> reloads = new ArrayList<>();
  private Set<Path> listened = Set.of();

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Lookout lookout(boolean hearsAll) {
    LiveMocks live = LiveMocks.open(folder, Map.of(), () -> now);
    live.listen(
        reload -> {
          if (!reload.isEmpty()) {
            reloads.add(reload.changes() + " at " + NANOSECONDS.toMillis(now));
          }
        });
    Lookout.Ears ears =
        new Lookout.Ears() {
          @Override
          public void listenTo(Set<Path> folders) {
            listened = Set.copyOf(folders);
          }

          @Override
          public boolean hearsAll() {
            return hearsAll;
          }
        };
    return new Lookout(live, ears, () -> now);
  }

  /** Takes a step because something was heard. */
  private void hear(Lookout lookout, long atMillis) {
    now = MILLISECONDS.toNanos(atMillis);
    next = lookout.step(true);
  }

  /** Takes all steps that are due until a time. */
  private void runUntil(Lookout lookout, long atMillis) {
    long end = MILLISECONDS.toNanos(atMillis);
    while (now + next <= end) {
      now += next;
      next = lookout.step(false);
    }
    next -= end - now;
    now = end;
  }

  @Nested
  class WithoutEvents {

    @Test
    void anEditIsSeenWithinHalfASecond() throws IOException {
      write("a.yaml", "GET /a: {}\n");
      Lookout lookout = lookout(false);
      runUntil(lookout, 1_001);

      write("a.yaml", "GET /a: {}\nGET /b: {}\n");
      runUntil(lookout, 1_500);

      assertThat(reloads).containsExactly("+1 route, ~0, -0 at 1300");
    }

    @Test
    void anEditWithinOneTickOfTheDiskIsSeen() throws IOException {
      write("a.yaml", "GET /a: { text: 0 }\n");
      Lookout lookout = lookout(false);
      runUntil(lookout, 10_001);

      write("a.yaml", "GET /a: { text: 1 }\n");
      runUntil(lookout, 10_500);
      var time = Files.getLastModifiedTime(folder.resolve("a.yaml"));
      write("a.yaml", "GET /a: { text: 2 }\n");
      Files.setLastModifiedTime(folder.resolve("a.yaml"), time);
      runUntil(lookout, 11_000);

      assertThat(reloads).hasSize(2);
    }

    @Test
    void newFilesAndFoldersAreSeen() throws IOException {
      Lookout lookout = lookout(false);
      runUntil(lookout, 1_001);

      Files.createDirectory(folder.resolve("sub"));
      write("sub/a.yaml", "GET /a: {}\n");
      runUntil(lookout, 1_500);

      assertThat(reloads).hasSize(1);
      assertThat(listened).contains(folder.toRealPath().resolve("sub"));
    }

    @Test
    void aDeletedFileIsBelievedWithinHalfASecond() throws IOException {
      write("a.yaml", "GET /a: {}\n");
      Lookout lookout = lookout(false);
      runUntil(lookout, 1_001);

      Files.delete(folder.resolve("a.yaml"));
      runUntil(lookout, 1_500);

      assertThat(reloads).containsExactly("+0 routes, ~0, -1 at 1400");
    }

    @Test
    void aFolderThatGoesAndComesIsSeen() throws IOException {
      write("a.yaml", "GET /a: {}\n");
      Lookout lookout = lookout(false);
      Path away = folder.resolveSibling(folder.getFileName() + "-away");

      Files.move(folder, away);
      runUntil(lookout, 500);
      assertThat(reloads).hasSize(1);

      Files.move(away, folder);
      write("b.yaml", "GET /b: {}\n");
      runUntil(lookout, 1_000);
      assertThat(reloads).hasSize(2);
    }
  }

  @Nested
  class WithEvents {

    @Test
    void aReloadWaits50MillisecondsForMore() throws IOException {
      Lookout lookout = lookout(true);
      runUntil(lookout, 1_000);
      write("a.yaml", "GET /a: {}\n");

      hear(lookout, 1_000);
      runUntil(lookout, 1_040);
      hear(lookout, 1_040);
      runUntil(lookout, 1_089);
      assertThat(reloads).isEmpty();
      runUntil(lookout, 1_090);

      assertThat(reloads).containsExactly("+1 route, ~0, -0 at 1090");
    }

    @Test
    void itWaitsNoLongerThan250Milliseconds() throws IOException {
      Lookout lookout = lookout(true);
      runUntil(lookout, 1_000);
      write("a.yaml", "GET /a: {}\n");

      for (long at = 1_000; at <= 1_240; at += 40) {
        hear(lookout, at);
      }
      runUntil(lookout, 1_260);

      assertThat(reloads).containsExactly("+1 route, ~0, -0 at 1250");
    }

    @Test
    void whatWasNotHeardIsFoundAndMakesItLookOften() throws IOException {
      Lookout lookout = lookout(true);
      runUntil(lookout, 2_001);

      write("a.yaml", "GET /a: {}\n");
      runUntil(lookout, 3_999);
      assertThat(reloads).isEmpty();
      runUntil(lookout, 4_050);
      assertThat(reloads).hasSize(1);

      write("a.yaml", "GET /a: { text: new }\n");
      runUntil(lookout, 4_500);
      assertThat(reloads).hasSize(2);
    }

    @Test
    void aDeletionThatWasHeardIsNotMissed() throws IOException {
      write("a.yaml", "GET /a: {}\n");
      Lookout lookout = lookout(true);
      runUntil(lookout, 1_000);

      Files.delete(folder.resolve("a.yaml"));
      hear(lookout, 1_000);
      runUntil(lookout, 1_400);
      assertThat(reloads).hasSize(1);

      write("b.yaml", "GET /b: {}\n");
      runUntil(lookout, 2_500);
      assertThat(reloads).hasSize(1);
    }

    @Test
    void whatIsNoMockFileReloadsNothing() throws IOException {
      Lookout lookout = lookout(true);

      write("notes.txt", "x");
      hear(lookout, 10);
      runUntil(lookout, 500);

      assertThat(reloads).isEmpty();
    }
  }
}
