package dev.homeport.definition.load;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What was looked at besides the file that is read, and the stamps of it. A stamp is taken before
 * the file is read: a change in between shows as one. Filled by one thread, then only read.
 */
final class Looks {

  private final FileStamps stamps;
  private final Map<Path, String> places = new LinkedHashMap<>();
  private final Map<Path, String> contents = new LinkedHashMap<>();

  Looks(FileStamps stamps) {
    this.stamps = stamps;
  }

  /** Notes that a name must lead to the same file or folder as now. */
  void place(Path path) {
    places.computeIfAbsent(path, stamps::place);
  }

  /** Notes that a file must hold, or a folder list, the same as now. */
  void content(Path path) {
    contents.computeIfAbsent(path, stamps::content);
  }

  /** Notes that a file must hold what it held when this stamp was taken. */
  void content(Path path, String stamp) {
    contents.putIfAbsent(path, stamp);
  }

  /** Whether this program has written a file itself. */
  boolean isRewritten(Path path) {
    return stamps.isRewritten(path);
  }

  void addAll(Looks others) {
    others.places.forEach(places::putIfAbsent);
    others.contents.forEach(contents::putIfAbsent);
  }

  /** Nothing yet, on the same disk. */
  Looks another() {
    return new Looks(stamps);
  }

  /** The same paths as they look now. */
  Looks again() {
    Looks now = another();
    places.keySet().forEach(now::place);
    contents.keySet().forEach(now::content);
    return now;
  }

  boolean isSame(Looks other) {
    return places.equals(other.places) && contents.equals(other.contents);
  }

  /** The files of which the content was read, and their stamps. */
  Map<Path, String> contents() {
    return contents;
  }

  /** All that was looked at. */
  Set<Path> paths() {
    Set<Path> paths = new HashSet<>(places.keySet());
    paths.addAll(contents.keySet());
    return paths;
  }
}
