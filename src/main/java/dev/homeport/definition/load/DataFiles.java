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

  /** Keys of routes under which stand the author's own values, whatever they are called. */
  private static final Set<String> VALUES =
      Set.of(
          "json",
          "equalsJson",
          "containsJson",
          "vars",
          "form",
          "path",
          "query",
          "headers",
          "cookies");

  private final Set<Path> files = new HashSet<>();
  private final Set<Path> folders = new HashSet<>();

  /** What a file names. */
  static DataFiles of(MockText text) {
    DataFiles named = new DataFiles();
    named.collect(text);
    return named;
  }

  /** Takes in what another file names. */
  void addAll(DataFiles others) {
    files.addAll(others.files);
    folders.addAll(others.folders);
  }

  private void collect(MockText text) {
    if (!(text.tree() instanceof YamlMapping file)) {
      return;
    }
    for (YamlMapping.Entry entry : file.entries()) {
      String name = entry.name();
      if (name.equals(CollectionNames.KEY)) {
        seeds(entry.value(), text.path());
        continue;
      }
      boolean cases = RouteKeyReader.isMeant(name) || SurroundingsReader.KEYS.contains(name);
      entry(entry, text.path(), cases ? VALUES : Set.of());
    }
  }

  /** Of collections the seeds, and nothing that stands in the records. */
  private void seeds(YamlNode collections, Path from) {
    if (!(collections instanceof YamlMapping mapping)) {
      return;
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      YamlNode seed = entry.value() instanceof YamlMapping both ? both.get("seed") : entry.value();
      if (seed instanceof YamlScalar file && !file.text().contains("{{")) {
        reference(file.text(), from);
      }
    }
  }

  /** Whether a file is data. */
  boolean contains(Path file) {
    return files.contains(file) || folders.stream().anyMatch(file::startsWith);
  }

  private void collect(YamlNode node, Path from, Set<String> values) {
    if (node instanceof YamlSequence list) {
      list.items().forEach(item -> collect(item, from, values));
    } else if (node instanceof YamlMapping mapping) {
      mapping.entries().forEach(entry -> entry(entry, from, values));
    }
  }

  private void entry(YamlMapping.Entry entry, Path from, Set<String> values) {
    if (REFERENCES.contains(entry.name()) && entry.value() instanceof YamlScalar scalar) {
      reference(scalar.text(), from);
    } else if (!values.contains(entry.name())) {
      collect(entry.value(), from, values);
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
