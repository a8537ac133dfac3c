package dev.homeport.definition.load;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The YAML files of a folder as they are found, beside what was known of them.
 *
 * @param listing of the folder
 * @param present files to read, by name, in the order of names
 * @param kept files that go on as they were, because it is not believed that they are lost, or
 *     because nobody can see whether they are
 */
record FolderSources(
    MocksFolder.Listing listing, Map<String, Source> present, SortedMap<String, FileVersion> kept) {

  /**
   * A file that is there.
   *
   * @param content its stamp
   * @param known its version so far, or null
   * @param text null when it is as it was
   */
  record Source(
      Path path,
      String content,
      @Nullable FileVersion known,
      @Nullable MockText text,
      DataFiles names,
      CollectionNames declares) {

    boolean isBlank() {
      return text != null && text.isBlank();
    }
  }

  /** Finds the files; those whose content is new are read. */
  static FolderSources find(
      MocksFolder mocks, FolderState before, FileStamps stamps, Predicate<String> isLost) {
    MocksFolder.Listing listing = mocks.list(stamps);
    Map<String, Source> present = new LinkedHashMap<>();
    listing.files().parallelStream()
        .map(path -> source(path, mocks, before, stamps))
        .toList()
        .forEach(source -> present.put(mocks.name(source.path()), source));
    present.values().removeIf(source -> source.content().equals(FileStamps.MISSING));
    SortedMap<String, FileVersion> kept = new TreeMap<>();
    before
        .files()
        .forEach(
            (name, file) -> {
              Source source = present.get(name);
              Path path = mocks.root().resolve(name);
              boolean isHidden =
                  source == null && listing.unreadable().stream().anyMatch(path::startsWith);
              boolean isGone = source == null || source.isBlank();
              boolean hadContent = !file.serving().isEmpty() || name.equals(MocksFolder.SETTINGS);
              if (isHidden || (isGone && hadContent && !isLost.test(name))) {
                kept.put(name, file.latest());
              }
            });
    present.keySet().removeAll(kept.keySet());
    return new FolderSources(listing, present, kept);
  }

  private static Source source(
      Path path, MocksFolder mocks, FolderState before, FileStamps stamps) {
    FolderState.File file = before.files().get(mocks.name(path));
    FileVersion known = file == null ? null : file.latest();
    String content = stamps.content(path);
    boolean isMoved = !mocks.root().equals(before.root());
    if (known != null && known.content().equals(content) && !isMoved) {
      return new Source(path, content, known, null, known.names(), known.declares());
    }
    MockText text = MockText.read(path, mocks.shown(path));
    boolean isBroken = text.tree() == null && !text.problems().isEmpty();
    // What a broken file names is not known; data must not become mock files meanwhile.
    if (known != null && isBroken) {
      return new Source(path, content, known, text, known.names(), known.declares());
    }
    CollectionNames declares = CollectionNames.declaredBy(text.tree());
    return new Source(path, content, known, text, DataFiles.of(text), declares);
  }
}
