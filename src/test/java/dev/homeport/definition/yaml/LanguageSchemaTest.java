package dev.homeport.definition.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class LanguageSchemaTest {

  private static final LanguageSchema SCHEMA = new LanguageSchema();

  @ParameterizedTest
  @MethodSource
  void acceptsWhatTheLanguageAllows(String file, String yaml) {
    assertThat(errors(file, yaml)).isEmpty();
  }

  static Stream<Arguments> acceptsWhatTheLanguageAllows() {
    return samples("valid");
  }

  @ParameterizedTest
  @MethodSource
  void refusesWhatItDoesNot(String file, String yaml) {
    assertThat(errors(file, yaml)).isNotEmpty();
  }

  static Stream<Arguments> refusesWhatItDoesNot() {
    return samples("invalid");
  }

  @Test
  void isItselfValid() {
    JsonNode schema = LanguageSchema.parse(LanguageSchema.text());
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(schema))
        .isEmpty();
  }

  @Test
  void everyKeyExplainsItself() {
    JsonNode schema = LanguageSchema.parse(LanguageSchema.text());
    assertThat(withoutDescription("", schema)).isEmpty();
  }

  private static Stream<String> withoutDescription(String path, JsonNode node) {
    Stream<String> below =
        node.propertyStream()
            .flatMap(entry -> withoutDescription(path + "/" + entry.getKey(), entry.getValue()));
    boolean forbids = path.contains("/dependentSchemas/") || path.contains("/faultAlone/");
    boolean keys = path.endsWith("/properties") && !forbids;
    return keys
        ? Stream.concat(
            node.propertyStream()
                .filter(entry -> !entry.getValue().has("description"))
                .map(entry -> path + "/" + entry.getKey()),
            below)
        : below;
  }

  @Test
  void noMappingIsOpenByAccident() {
    JsonNode schema = LanguageSchema.parse(LanguageSchema.text());
    assertThat(schema.findParents("properties"))
        .filteredOn(
            node -> node.path("properties").propertyStream().allMatch(e -> e.getValue().isObject()))
        .allSatisfy(node -> assertThat(node.path("additionalProperties").isBoolean()).isTrue());
  }

  private static List<String> errors(String file, String yaml) {
    YamlText text = YamlText.of(yaml);
    assertThat(text.problems()).as(yaml).isEmpty();
    YamlNode root = Objects.requireNonNull(text.root());
    return file.endsWith("homeport.yaml") ? SCHEMA.settingsErrors(root) : SCHEMA.errors(root);
  }

  /** Each file holds several samples between lines of three dashes. */
  private static Stream<Arguments> samples(String folder) {
    Path root = Path.of("src/test/resources/schema", folder);
    try (Stream<Path> files = Files.list(root)) {
      return files.sorted().toList().stream().flatMap(LanguageSchemaTest::samples);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Arguments> samples(Path file) {
    try {
      return Arrays.stream(Files.readString(file).split("(?m)^---\n"))
          .map(sample -> arguments(file.getFileName().toString(), sample));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
