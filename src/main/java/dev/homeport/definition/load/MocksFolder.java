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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The YAML files below a folder, sorted by path. Names that begin with {@code .} or {@code _} are
 * left alone, files and folders alike; links are followed as long as they stay inside.
 *
 * @param root absolute, links resolved
 * @param shown the folder as the user named it
 * @param role whose services are left alone, too
 */
record MocksFolder(Path root, Path shown, FolderRole role) {

  /** The name of the settings file. */
  static final String SETTINGS = "homeport.yaml";

  /** Deeper folders are a loop of links, or nothing that a person made. */
  private static final int MAX_DEPTH = 32;

  /**
   * What was found.
   *
   * @param files sorted by name within the folder
   * @param looks at the folders, before they were read, and at links that lead nowhere
   * @param unreadable folders whose files are not known
   * @param problems links that lead out of the folder, and folders that cannot be read
   */
  record Listing(List<Path> files, Looks looks, List<Path> unreadable, List<Problem> problems) {

    static Listing nothing(Looks looks) {
      return new Listing(new ArrayList<>(), looks, new ArrayList<>(), new ArrayList<>());
    }
  }

  /**
   * Opens a folder in which everything is its own.
   *
   * @throws IllegalArgumentException when it is missing or no folder
   */
  static MocksFolder open(Path folder) {
    return open(folder, FolderRole.whole(Set.of()));
  }

  /**
   * Opens a folder.
   *
   * @throws IllegalArgumentException when it is missing or no folder
   */
  static MocksFolder open(Path folder, FolderRole role) {
    if (!Files.isDirectory(folder)) {
      String what = Files.exists(folder) ? "' is not a folder" : "' does not exist";
      throw new IllegalArgumentException("the folder '" + folder + what);
    }
    try {
      return new MocksFolder(folder.toRealPath(), folder, role);
    } catch (IOException e) {
      throw new IllegalArgumentException("the folder '" + folder + "' cannot be read", e);
    }
  }

  /** The path of a file as the user knows it. */
  String shown(Path file) {
    return shown.resolve(root.relativize(file)).toString();
  }

  /** The name of a file within the folder, alike on every system: {@code sub/a.yaml}. */
  String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /** Lists the files. */
  Listing list(FileStamps stamps) {
    Listing listing = Listing.nothing(new Looks(stamps));
    list(root, 0, listing);
    listing.files().sort(Comparator.comparing(this::name));
    return listing;
  }

  private void list(Path folder, int depth, Listing listing) {
    listing.looks().content(folder);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (!name.startsWith(".") && !name.startsWith("_") && isInside(entry, listing)) {
          add(entry, depth, listing);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      listing.unreadable().add(folder);
      listing
          .problems()
          .add(problem(folder, "the folder cannot be read", "look at its permissions"));
    }
  }

  private void add(Path entry, int depth, Listing listing) {
    if (Files.isDirectory(entry)) {
      if (role.services().contains(name(entry))) {
        return;
      } else if (depth < MAX_DEPTH) {
        list(entry, depth + 1, listing);
      } else {
        listing
            .problems()
            .add(problem(entry, "folders nest more than " + MAX_DEPTH + " deep", null));
      }
    } else if (isYaml(entry) && Files.isRegularFile(entry)) {
      listing.files().add(entry);
    }
  }

  private boolean isInside(Path entry, Listing listing) {
    if (!Files.isSymbolicLink(entry)) {
      return true;
    }
    Problem problem = wrongLink(entry);
    if (problem != null) {
      listing.problems().add(problem);
      listing.looks().place(entry);
    }
    return problem == null;
  }

  private @Nullable Problem wrongLink(Path link) {
    try {
      Path target = link.toRealPath();
      if (!target.startsWith(root)) {
        return problem(
            link, "the link leads out of the mocks folder", "copy the file into the folder");
      }
      return link.resolveSibling(".").toRealPath().startsWith(target)
          ? problem(link, "the link leads to a folder that it lies in", null)
          : null;
    } catch (IOException e) {
      return problem(link, "the link leads nowhere", null);
    }
  }

  private Problem problem(Path path, String message, @Nullable String hint) {
    return new Problem(Location.startOf(shown(path)), message, hint, null);
  }

  static boolean isYaml(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }
}
