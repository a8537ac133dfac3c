package dev.homeport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where the mock files of a server come from. Immutable. */
sealed interface MocksSource {

  /**
   * A folder of the disk, to be closed with its server.
   *
   * @param path the folder
   * @param temporary whether it was made for this server, and is deleted with it
   */
  record Opened(Path path, boolean temporary) implements AutoCloseable {

    @Override
    public void close() {
      if (!temporary) {
        return;
      }
      try (Stream<Path> files = Files.walk(path)) {
        for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(each);
        }
      } catch (IOException e) {
        // What stays lies in the system's folder for temporary files.
        return;
      }
    }
  }

  /** A folder of the disk. */
  record Folder(Path path) implements MocksSource {}

  /** One mock file as text. */
  record Text(CallSite at, String yaml) implements MocksSource {}

  /** A folder of the class path. */
  record ClassPath(String folder, ClassLoader loader) implements MocksSource {

    /**
     * Makes it a folder of the disk, if it is none.
     *
     * @throws IllegalArgumentException when there is none of this name
     */
    Opened open() {
      URL url = loader.getResource(folder);
      if (url == null) {
        throw new IllegalArgumentException(
            "the class path has no folder '" + folder + "' (write it without a slash in front)");
      }
      try {
        URI uri = url.toURI();
        return uri.getScheme().equals("jar") ? copied(uri) : new Opened(Path.of(uri), false);
      } catch (URISyntaxException | IOException e) {
        throw new IllegalArgumentException("the folder '" + url + "' cannot be read", e);
      }
    }

    private Opened copied(URI uri) throws IOException {
      Path copy = Files.createTempDirectory("homeport-mocks-");
      Opened opened = new Opened(copy, true);
      // A file system of its own: one that is shared might be closed by somebody else.
      String jar = uri.getRawSchemeSpecificPart().replaceFirst("!/.*", "");
      try (FileSystem entries = FileSystems.newFileSystem(Path.of(URI.create(jar)), Map.of())) {
        copy(entries.getPath(folder), copy);
        return opened;
      } catch (IOException | UncheckedIOException e) {
        opened.close();
        throw e;
      }
    }

    private static void copy(Path from, Path to) throws IOException {
      List<Path> all;
      try (Stream<Path> files = Files.walk(from)) {
        all = files.toList();
      }
      for (Path each : all) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target);
        }
      }
    }
  }
}
