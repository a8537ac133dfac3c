package dev.homeport.definition.load;

import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.Problem;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The YAML files below a folder, sorted by path. Names that begin with {@code .} or {@code _} are
 * left alone, files and folders alike; links are followed as long as they stay inside.
 *
 * @param root absolute, links resolved
 * @param shown the folder as the user named it
 */
record MocksFolder(Path root, Path shown) {

  /** The name of the settings file. */
  static final String SETTINGS = "homeport.yaml";

  /** Deeper folders are a loop of links, or nothing that a person made. */
  private static final int MAX_DEPTH = 32;

  /** The path of a file as the user knows it. */
  String shown(Path file) {
    return shown.resolve(root.relativize(file)).toString();
  }

  /**
   * Lists the files.
   *
   * @param problems takes links that lead out of the folder, and folders that cannot be read
   */
  List<Path> files(List<Problem> problems) {
    List<Path> files = new ArrayList<>();
    list(root, 0, files, problems);
    files.sort(Comparator.comparing(file -> root.relativize(file).toString().replace('\\', '/')));
    return files;
  }

  private void list(Path folder, int depth, List<Path> files, List<Problem> problems) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (!name.startsWith(".") && !name.startsWith("_") && isInside(entry, problems)) {
          add(entry, depth, files, problems);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      problems.add(problem(folder, "the folder cannot be read", "look at its permissions"));
    }
  }

  private void add(Path entry, int depth, List<Path> files, List<Problem> problems) {
    if (Files.isDirectory(entry)) {
      if (depth < MAX_DEPTH) {
        list(entry, depth + 1, files, problems);
      } else {
        problems.add(problem(entry, "folders nest more than " + MAX_DEPTH + " deep", null));
      }
    } else if (isYaml(entry)) {
      files.add(entry);
    }
  }

  private boolean isInside(Path entry, List<Problem> problems) {
    try {
      if (!Files.isSymbolicLink(entry)) {
        return true;
      }
      Path target = entry.toRealPath();
      if (!target.startsWith(root)) {
        problems.add(
            problem(
                entry, "the link leads out of the mocks folder", "copy the file into the folder"));
      } else if (entry.resolveSibling(".").toRealPath().startsWith(target)) {
        problems.add(problem(entry, "the link leads to a folder that it lies in", null));
      } else {
        return true;
      }
    } catch (IOException e) {
      problems.add(problem(entry, "the link leads nowhere", null));
    }
    return false;
  }

  private Problem problem(Path path, String message, @Nullable String hint) {
    return new Problem(Location.startOf(shown(path)), message, hint, null);
  }

  static boolean isYaml(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }
}
