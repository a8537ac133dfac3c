package dev.homeport.definition.load;

import dev.homeport.diagnostic.SyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a file may be written that a folder's own settings name: inside, links resolved. */
final class PlaceInFolder {

  private PlaceInFolder() {}

  /**
   * The place of a file, which need not be there yet.
   *
   * @param folder absolute, links resolved
   * @param name relative to the folder
   * @param option what names a file anywhere else
   * @throws SyntaxException when it is outside, or would be read as a mock file
   */
  static Path of(Path folder, String name, String option) throws SyntaxException {
    Path place = folder.resolve(name).normalize();
    Path real = real(place);
    if (real == null || place.equals(folder) || !real.startsWith(folder)) {
      throw new SyntaxException(
          "'" + name + "' does not lie inside the folder",
          "a folder from elsewhere must not write elsewhere: use " + option);
    }
    if (MocksFolder.isYaml(place)) {
      throw new SyntaxException(
          "'" + name + "' would be read as a mock file", "give it a name without .yaml or .yml");
    }
    return place;
  }

  /** The place with all links resolved that there are; null when one leads nowhere. */
  private static @Nullable Path real(Path place) {
    Path there = place;
    while (there != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = there.getParent();
    }
    try {
      return there == null ? null : there.toRealPath().resolve(there.relativize(place)).normalize();
    } catch (IOException e) {
      return null;
    }
  }
}
