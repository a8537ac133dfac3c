package dev.homeport.definition.load;

import dev.homeport.diagnostic.Problem;
import dev.homeport.engine.route.RouteIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder as it was read: of each file the latest version and what serves of it. Immutable.
 *
 * @param root links resolved; null before anything was read
 * @param files by name within the folder ({@code sub/a.yaml}), in the order in which they count
 * @param settings what {@code homeport.yaml} says, or said before it was broken
 * @param clashes between files
 * @param looks at all that was read; while it all looks the same, so is the folder
 * @param mocks what all this makes together
 */
record FolderState(
    @Nullable Path root,
    SortedMap<String, File> files,
    FolderSettings settings,
    List<Problem> clashes,
    Looks looks,
    LoadedMocks mocks) {

  /**
   * A YAML file of the folder.
   *
   * @param latest as it was read last, with or without problems
   * @param serving what the last good version holds; nothing when there was none
   * @param isGood whether that is the latest
   */
  record File(FileVersion latest, ReadMocks serving, boolean isGood) {}

  FolderState {
    clashes = List.copyOf(clashes);
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** Before anything was read. */
  static FolderState unread(FileStamps stamps) {
    FolderSettings settings = FolderSettings.none();
    LoadedMocks nothing =
        new LoadedMocks(
            RouteIndex.compile(List.of(), false), List.of(), List.of(), settings.settings(), 0);
    return new FolderState(null, new TreeMap<>(), settings, List.of(), new Looks(stamps), nothing);
  }

  /** The collections that files declared when they were read. */
  CollectionNames declared() {
    CollectionNames all = CollectionNames.none();
    for (File file : files.values()) {
      all = file.latest().isData() ? all : all.and(file.latest().declares());
    }
    return all;
  }

  /** The same with one more problem, unless it has it. */
  FolderState with(Problem problem) {
    if (mocks.problems().contains(problem)) {
      return this;
    }
    List<Problem> problems = new ArrayList<>(mocks.problems());
    problems.add(problem);
    problems.sort(null);
    LoadedMocks all =
        new LoadedMocks(
            mocks.index(), mocks.collections(), problems, mocks.settings(), mocks.files());
    return new FolderState(root, files, settings, clashes, looks, all);
  }
}
