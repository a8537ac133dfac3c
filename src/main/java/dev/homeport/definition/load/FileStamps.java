package dev.homeport.definition.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Stamps of files and folders: equal while nothing has changed. What looks as it did before is not
 * read again, but only once it has looked so for some time: two edits may fall within one tick of
 * the file system's clock and leave the same size. Safe for any number of threads.
 */
final class FileStamps {

  /** Of what is not there. */
  static final String MISSING = "missing";

  private static final String UNREADABLE = "unreadable";

  /** No file system's clock ticks slower; FAT does it every two seconds. */
  private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(3);

  private static final int BUFFER_BYTES = 1 << 16;

  private final LongSupplier nanos;
  private final Map<Path, Known> known = new ConcurrentHashMap<>();

  /** What this program has written itself. */
  private final Map<Path, Own> own = new ConcurrentHashMap<>();

  /**
   * Stamps of files that were never looked at.
   *
   * @param nanos a clock that only goes on, as {@link System#nanoTime}
   */
  FileStamps(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * A file that takes the place of another, and the stamps that it has as that one.
   *
   * @param place of the file itself
   * @param content of the file itself
   */
  private record Own(String place, String asPlace, String content, String asContent) {}

  /** What a file looked like first at a time, and what it held then. */
  private record Known(Outside outside, long since, String content) {}

  /**
   * What can be told without opening a file.
   *
   * @param place the file's number, or null where there is none, and whether it is a folder
   * @param look its place, its size, and when its data, and where the system tells, its rights or
   *     name changed last; the latter cannot be set back
   */
  private record Outside(String place, boolean isFolder, String look) {

    private static final String UNIX = "unix:fileKey,isDirectory,size,lastModifiedTime,ctime";

    /** Null when there is nothing. */
    static @Nullable Outside of(Path path) {
      try {
        if (path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
          Map<String, Object> found = Files.readAttributes(path, UNIX);
          return of(
              found.get("fileKey"),
              Boolean.TRUE.equals(found.get("isDirectory")),
              found.get("size"),
              found.get("lastModifiedTime") + " " + found.get("ctime"));
        }
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
        return of(found.fileKey(), found.isDirectory(), found.size(), found.lastModifiedTime());
      } catch (IOException e) {
        return null;
      }
    }

    private static Outside of(
        @Nullable Object key, boolean isFolder, @Nullable Object size, Object times) {
      String place = isFolder + " " + key;
      return new Outside(place, isFolder, place + " " + size + " " + times);
    }
  }

  /** Which file or folder a name leads to, whatever it holds. */
  String place(Path path) {
    Outside outside = Outside.of(path);
    if (outside == null) {
      return MISSING;
    }
    for (Own each : own.values()) {
      if (each.place().equals(outside.place())) {
        return each.asPlace();
      }
    }
    return outside.place();
  }

  /** Announces that a file will be put in the place of another, and is to have its stamps. */
  void replacing(Path file, Path by) {
    own.put(file, new Own(place(by), place(file), content(by), content(file)));
    known.remove(by);
  }

  /** What a file holds, or which names a folder. */
  String content(Path path) {
    Outside outside = Outside.of(path);
    if (outside == null) {
      known.remove(path);
      return MISSING;
    }
    long now = nanos.getAsLong();
    Known before = known.get(path);
    boolean isSame = before != null && before.outside().look().equals(outside.look());
    if (before != null && isSame && now - before.since() >= TICK_NANOS) {
      return before.content();
    }
    String content = outside.isFolder() ? names(path) : asBefore(path, hash(path));
    long since = before != null && isSame ? before.since() : now;
    known.put(path, new Known(outside, since, content));
    return content;
  }

  private String asBefore(Path path, String hash) {
    Own written = own.get(path);
    if (written == null) {
      return hash;
    } else if (written.content().equals(hash)) {
      return written.asContent();
    }
    // Somebody has put back what was there before: that is a change.
    return written.asContent().equals(hash) ? "again " + hash : hash;
  }

  /** Whether this program has written a file itself. */
  boolean isRewritten(Path path) {
    return own.containsKey(path);
  }

  /** Reads all files anew when they are asked for. */
  void doubtAll() {
    known.clear();
  }

  /** Frees what is known of other paths. */
  void keepOnly(Collection<Path> paths) {
    known.keySet().retainAll(paths);
    own.keySet().retainAll(paths);
  }

  private static String names(Path folder) {
    TreeSet<String> names = new TreeSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        names.add(String.valueOf(entry.getFileName()));
      }
    } catch (IOException | DirectoryIteratorException e) {
      return UNREADABLE;
    }
    return String.join("/", names);
  }

  /**
   * 64 bits that differ between two edits unless somebody made them not to; a cryptographic digest
   * would load dozens of classes at every start.
   */
  private static String hash(Path file) {
    if (!Files.isRegularFile(file)) {
      return "no file"; // reading a pipe would wait for its writer
    }
    CRC32 one = new CRC32();
    CRC32C other = new CRC32C();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        one.update(buffer, 0, count);
        other.update(buffer, 0, count);
      }
    } catch (IOException e) {
      return UNREADABLE;
    }
    return Long.toHexString(one.getValue() << 32 | other.getValue());
  }
}
