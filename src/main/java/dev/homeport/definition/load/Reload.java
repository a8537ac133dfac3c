package dev.homeport.definition.load;

import dev.homeport.diagnostic.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one reload did. Files are named as the user knows them, {@code mocks/users.yaml}.
 *
 * @param mocks what serves from now on, and all problems there are
 * @param files those of which a new version serves: edited, new and deleted mock files, {@code
 *     homeport.yaml}, and data files that a route uses; sorted
 * @param kept files with a problem of which the last good version goes on serving, or for {@code
 *     homeport.yaml} holds, if they were read now; sorted
 * @param changes of the routes
 * @param found problems that were not there before
 * @param mended files that had a problem and have none any more; sorted
 */
public record Reload(
    LoadedMocks mocks,
    List<String> files,
    List<String> kept,
    RouteChanges changes,
    List<Problem> found,
    List<String> mended) {

  public Reload {
    files = List.copyOf(files);
    kept = List.copyOf(kept);
    found = List.copyOf(found);
    mended = List.copyOf(mended);
  }

  /** Whether everything is as before. */
  public boolean isEmpty() {
    return files.isEmpty()
        && kept.isEmpty()
        && changes.isEmpty()
        && found.isEmpty()
        && mended.isEmpty();
  }

  static Reload between(FolderState before, FolderState after, Path shown) {
    MocksFolder folder =
        new MocksFolder(after.root() == null ? shown : after.root(), shown, FolderRole.SERVICE);
    Set<String> files = new TreeSet<>();
    Set<String> kept = new TreeSet<>();
    Set<String> gone = new TreeSet<>();
    before
        .files()
        .forEach(
            (name, file) -> {
              if (!after.files().containsKey(name)) {
                gone.add(file.latest().shown());
              }
            });
    after
        .files()
        .forEach(
            (name, file) -> {
              FolderState.File earlier = before.files().get(name);
              Set<String> read = read(earlier, file, folder);
              if (read.isEmpty()) {
                return;
              }
              if (file.isGood()) {
                files.addAll(read);
              } else if (!file.serving().isEmpty() || name.equals(MocksFolder.SETTINGS)) {
                kept.add(file.latest().shown());
              }
            });
    files.addAll(gone);
    List<Problem> found = new ArrayList<>(after.mocks().problems());
    found.removeAll(before.mocks().problems());
    Set<String> mended = places(before);
    mended.removeAll(places(after));
    mended.removeAll(gone);
    return new Reload(
        after.mocks(),
        List.copyOf(files),
        List.copyOf(kept),
        RouteChanges.between(before, after),
        found,
        List.copyOf(mended));
  }

  private static Set<String> places(FolderState state) {
    Set<String> files = new TreeSet<>();
    state.mocks().problems().forEach(problem -> files.add(problem.at().file()));
    return files;
  }

  /** What is new of a file: itself, or data that it uses, or that it is good at last. */
  private static Set<String> read(
      FolderState.@Nullable File earlier, FolderState.File file, MocksFolder folder) {
    FileVersion latest = file.latest();
    Set<String> read = new LinkedHashSet<>();
    if (earlier == null
        || !earlier.latest().content().equals(latest.content())
        || earlier.isGood() != file.isGood()) {
      read.add(latest.shown());
    } else if (!earlier.latest().equals(latest)) {
      Map<?, String> old = earlier.latest().looks().contents();
      latest
          .looks()
          .contents()
          .forEach(
              (path, stamp) -> {
                if (!stamp.equals(old.get(path))) {
                  read.add(folder.shown(path));
                }
              });
    }
    return read;
  }
}
