package dev.homeport.definition.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The YAML files of a folder as they are found, beside what was known of them.
 *
 * @param listing of the folder
 * @param isLarge whether the files are so much that several threads read them sooner than one
 * @param present files to read, by name, in the order of names
 * @param kept files that go on as they were, because it is not believed that they are lost, or
 *     because nobody can see whether they are
 */
record FolderSources(
    MocksFolder.Listing listing,
    boolean isLarge,
    Map<String, Source> present,
    SortedMap<String, FileVersion> kept) {

  /** In bytes; of less, the thread that helps and its classes cost what they save. */
  private static final long LARGE = 128 << 10;

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
    boolean isLarge = isLarge(listing.files());
    Map<String, Source> present = new LinkedHashMap<>();
    each(listing.files(), isLarge, path -> source(path, mocks, before, stamps))
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
    return new FolderSources(listing, isLarge, present, kept);
  }

  private static boolean isLarge(List<Path> files) {
    long bytes = 0;
    for (Path file : files) {
      try {
        bytes += Files.size(file);
      } catch (IOException e) {
        // Whoever reads it reports it.
      }
    }
    return files.size() > 1 && bytes >= LARGE;
  }

  /** What is made of each, in the same order, whatever thread made it. */
  private static <T, R> List<R> each(List<T> all, boolean isLarge, Function<T, R> made) {
    Stream<T> stream = isLarge ? all.parallelStream() : all.stream();
    return stream.map(made).toList();
  }

  /** What is made of each file to read, in their order. */
  <R> List<R> each(Function<Source, R> made) {
    return each(List.copyOf(present.values()), isLarge, made);
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
