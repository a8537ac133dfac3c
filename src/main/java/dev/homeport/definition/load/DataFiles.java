package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * YAML files that are data, because a mock file names them: by {@code file}, {@code schema}, {@code
 * seed}, {@code openapi} or {@code $ref}, or because they lie below the literal folder of a
 * templated {@code file}.
 */
final class DataFiles {

  private static final Set<String> REFERENCES = Set.of("file", "schema", "seed", "openapi", "$ref");

  private final Set<Path> files = new HashSet<>();
  private final Set<Path> folders = new HashSet<>();

  /** Takes in what a file names. */
  void collect(MockText text) {
    if (text.tree() != null) {
      collect(text.tree(), text.path());
    }
  }

  /** Whether a file is data. */
  boolean contains(Path file) {
    return files.contains(file) || folders.stream().anyMatch(file::startsWith);
  }

  private void collect(YamlNode node, Path from) {
    if (node instanceof YamlSequence list) {
      list.items().forEach(item -> collect(item, from));
    } else if (node instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        if (REFERENCES.contains(entry.name()) && entry.value() instanceof YamlScalar scalar) {
          reference(scalar.text(), from);
        } else {
          collect(entry.value(), from);
        }
      }
    }
  }

  private void reference(String reference, Path from) {
    int template = reference.indexOf("{{");
    int fragment = reference.indexOf('#');
    String name = fragment < 0 ? reference : reference.substring(0, fragment);
    try {
      if (template < 0) {
        if (!name.isEmpty()) {
          files.add(from.resolveSibling(name).normalize());
        }
        return;
      }
      String literal = reference.substring(0, template);
      Path folder =
          from.resolveSibling(literal.substring(0, literal.lastIndexOf('/') + 1)).normalize();
      if (!from.startsWith(folder)) {
        folders.add(folder);
      }
    } catch (InvalidPathException e) {
      // The reader of the key reports it.
    }
  }
}
