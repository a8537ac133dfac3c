package dev.homeport.definition.yaml;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of the language, as an editor uses it, for tests. Safe to share. */
public final class LanguageSchema {

  private static final String ID = "https://homeport.dev/homeport.schema.json";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Schema mockFile;
  private final Schema settings;

  public LanguageSchema() {
    String text = text();
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(iri -> iri.equals(ID) ? text : null));
    mockFile = registry.getSchema(SchemaLocation.of(ID));
    settings = registry.getSchema(SchemaLocation.of(ID + "#settings"));
  }

  /** The schema's own text. */
  static String text() {
    try (InputStream in =
        LanguageSchema.class.getResourceAsStream("/dev/homeport/homeport.schema.json")) {
      if (in == null) {
        throw new AssertionError("homeport.schema.json is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the schema says against a mock file; nothing when it is valid. */
  public List<String> errors(YamlNode mockFileRoot) {
    return shown(mockFile.validate(json(mockFileRoot)));
  }

  /** What the schema says against a {@code homeport.yaml}; nothing when it is valid. */
  public List<String> settingsErrors(YamlNode settingsRoot) {
    return shown(settings.validate(json(settingsRoot)));
  }

  private static List<String> shown(List<Error> errors) {
    return errors.stream().map(Error::toString).toList();
  }

  static JsonNode parse(String json) {
    return new JsonMapper().readTree(json);
  }

  private static JsonNode json(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      ObjectNode object = NODES.objectNode();
      mapping.entries().forEach(entry -> object.set(entry.name(), json(entry.value())));
      return object;
    }
    if (node instanceof YamlSequence sequence) {
      ArrayNode array = NODES.arrayNode();
      sequence.items().forEach(item -> array.add(json(item)));
      return array;
    }
    YamlScalar scalar = (YamlScalar) node;
    return switch (scalar.kind()) {
      case TEXT -> NODES.stringNode(scalar.text());
      case INTEGER, DECIMAL -> NODES.numberNode(new BigDecimal(scalar.text()));
      case BOOLEAN -> NODES.booleanNode(Boolean.parseBoolean(scalar.text()));
      case NULL, EMPTY -> NODES.nullNode();
    };
  }
}
