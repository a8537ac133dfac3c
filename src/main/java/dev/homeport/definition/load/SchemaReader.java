package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.json.JsonSchema;
import dev.homeport.engine.json.SchemaSurroundings;
import dev.homeport.engine.regex.TextPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a JSON Schema: a file relative to the mock file and inside the folder, links resolved, or a
 * mapping in place.
 */
final class SchemaReader {

  /** Larger files are no schemas that anybody wrote. */
  private static final long MAX_BYTES = 16 << 20;

  private final Reading reading;

  SchemaReader(Reading reading) {
    this.reading = reading;
  }

  /** The schema; null, and a problem reported at the reference, when there is none. */
  @Nullable JsonSchema read(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      JsonNode schema = Json.toNode(mapping.plain());
      return compile(schema, relative(reading.writtenIn(node.at())), node, "schema");
    } else if (!(node instanceof YamlScalar scalar)
        || scalar.kind() != YamlScalar.Kind.TEXT
        || scalar.text().isBlank()) {
      reading.expected("schema", "a file such as order.schema.json, or a schema in place", node);
      return null;
    } else {
      return file(scalar);
    }
  }

  private @Nullable JsonSchema file(YamlScalar scalar) {
    Path file = new FileReader(reading).existing(scalar, "schema");
    if (file == null) {
      return null;
    }
    reading.looks().content(file);
    JsonNode schema = parse(file);
    if (schema == null) {
      String kind = MocksFolder.isYaml(file) ? "YAML" : "JSON";
      reading.problem(scalar.at(), "schema: the file '" + scalar.text() + "' is not " + kind);
      return null;
    }
    return compile(schema, relative(file), scalar, "schema: " + scalar.text());
  }

  private @Nullable JsonSchema compile(
      JsonNode schema, String location, YamlNode at, String prefix) {
    try {
      return JsonSchema.compile(
          schema, location, new Surroundings(reading.folder(), reading.looks()));
    } catch (SyntaxException e) {
      reading.problem(at.at(), prefix + ": " + e.getMessage(), e.hint());
      return null;
    }
  }

  /** With forward slashes on every system. */
  private String relative(Path file) {
    Path inside =
        file.startsWith(reading.folder()) ? reading.folder().relativize(file) : file.getFileName();
    return String.valueOf(inside).replace('\\', '/');
  }

  /** Null when it is not JSON, or by its name YAML, or cannot be read. */
  private static @Nullable JsonNode parse(Path file) {
    if (MocksFolder.isYaml(file)) {
      MockText yaml = MockText.read(file, file.getFileName().toString());
      YamlNode tree = yaml.problems().isEmpty() ? yaml.tree() : null;
      return tree == null ? null : Json.toNode(tree.plain());
    }
    try {
      return Files.size(file) > MAX_BYTES ? null : Json.parse(Files.readAllBytes(file));
    } catch (IOException e) {
      return null;
    }
  }

  /** What a schema may refer to: files of the folder. */
  private record Surroundings(Path folder, Looks looks) implements SchemaSurroundings {

    @Override
    public @Nullable JsonNode file(String path) {
      try {
        Path named = folder.resolve(path);
        looks.place(named);
        looks.content(named);
        Path file = named.toRealPath();
        return file.startsWith(folder) && Files.isRegularFile(file) ? parse(file) : null;
      } catch (IOException | InvalidPathException e) {
        return null;
      }
    }

    @Override
    public Predicate<String> pattern(String expression) throws SyntaxException {
      TextPattern pattern = TextPattern.compile(expression, false);
      return text -> pattern.find(text) != null;
    }
  }
}
