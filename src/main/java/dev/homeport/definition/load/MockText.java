package dev.homeport.definition.load;

import dev.homeport.definition.yaml.Utf8Text;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlReader;
import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.Problem;
import dev.homeport.diagnostic.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A YAML file as it was read.
 *
 * @param path absolute, links resolved
 * @param shown the name in places
 * @param tree null when the file is empty or could not be read
 * @param problems filled by reading; further readers add theirs
 */
record MockText(Path path, String shown, @Nullable YamlNode tree, Problems problems) {

  /** Reads a file; what keeps it from being read is a problem. */
  static MockText read(Path path, String shown) {
    byte[] bytes;
    try {
      if (Files.size(path) > YamlReader.MAX_BYTES) {
        return broken(path, shown, "the file has more than 16 MiB", "split it");
      }
      bytes = Files.readAllBytes(path);
    } catch (IOException e) {
      return broken(path, shown, "the file cannot be read", "look at its permissions");
    }
    List<Problem> found = new ArrayList<>();
    String text = Utf8Text.decode(shown, bytes, found);
    Problems problems = new Problems(shown, text == null ? "" : text);
    if (text == null) {
      found.forEach(each -> problems.add(each.at(), each.message(), each.hint()));
      return new MockText(path, shown, null, problems);
    }
    return new MockText(path, shown, new YamlReader().read(shown, text, problems), problems);
  }

  /** Whether there is nothing in it: an editor may be about to write it. */
  boolean isBlank() {
    return tree == null && problems.isEmpty();
  }

  private static MockText broken(Path path, String shown, String message, String hint) {
    Problems problems = new Problems(shown, "");
    problems.add(Location.startOf(shown), message, hint);
    return new MockText(path, shown, null, problems);
  }
}
