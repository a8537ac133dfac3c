package dev.homeport.engine.json;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import dev.homeport.diagnostic.SyntaxException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compiles one schema. Used once. */
final class SchemaCompiler {

  /** The scheme under which the folder's files are known to the validator. */
  private static final String SCHEME = "homeport";

  /** The drafts' own schemas come out of the validator's jar. */
  private static final Pattern DRAFTS =
      Pattern.compile(
          "https?://json-schema\\.org/draft[-/](04|06|07|2019-09|2020-12)/(schema|meta/[a-z-]+)#?");

  /** Keywords whose values are data, in which nothing is a schema. */
  private static final Set<String> DATA = Set.of("const", "enum", "default", "examples", "example");

  private final String location;
  private final SchemaSurroundings around;
  private final SchemaRegistry registry;

  SchemaCompiler(String location, SchemaSurroundings around) {
    this.location = location;
    this.around = around;
    this.registry = registry();
  }

  private SchemaRegistry registry() {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .locale(Locale.ENGLISH)
            .pathType(PathType.JSON_PATH)
            .formatAssertionsEnabled(true)
            .regularExpressionFactory(expression -> pattern(expression)::test)
            .build();
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        registry ->
            registry
                .schemaRegistryConfig(config)
                .resourceLoaders(loaders -> loaders.resources(this::resource))
                .schemaLoader(loader -> loader.fetchRemoteResources(false).allow(this::isKnown)));
  }

  /** Asked before anything is loaded; what is refused here is not written to the log either. */
  private boolean isKnown(AbsoluteIri iri) {
    return file(iri.toString()) != null || DRAFTS.matcher(iri.toString()).matches();
  }

  private @Nullable String resource(String iri) {
    JsonNode file = file(iri);
    return file == null ? null : Json.write(file);
  }

  private @Nullable JsonNode file(String iri) {
    return iri.startsWith(SCHEME + ":")
        ? around.file(URI.create(iri).getPath().substring(1))
        : null;
  }

  private Predicate<String> pattern(String expression) {
    try {
      return around.pattern(expression);
    } catch (SyntaxException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  Schema compile(JsonNode source) throws SyntaxException {
    if (!source.isObject() && !source.isBoolean()) {
      throw new SyntaxException(
          "a JSON Schema is an object, found " + JsonComparison.shown(source));
    }
    checkPatterns(source); // first, because its words are better than the draft's
    checkAgainstDraft(source);
    try {
      SchemaLocation place =
          SchemaLocation.of(new URI(SCHEME, "mocks", "/" + location, null).toString());
      Schema schema = registry.getSchema(place, source);
      schema.initializeValidators();
      return schema;
    } catch (URISyntaxException | RuntimeException e) {
      throw new SyntaxException(inWords(e));
    } catch (StackOverflowError e) {
      throw new SyntaxException("the schema nests too deeply");
    }
  }

  private void checkAgainstDraft(JsonNode source) throws SyntaxException {
    JsonNode named = source.get("$schema");
    Optional<SpecificationVersion> draft =
        named == null || !named.isString()
            ? Optional.of(SpecificationVersion.DRAFT_2020_12)
            : SpecificationVersion.fromDialectId(named.stringValue());
    if (draft.isEmpty()) {
      throw new SyntaxException(
          "unknown $schema '" + JsonComparison.shown(named) + "'",
          "known: draft 4, 6, 7, 2019-09 and 2020-12, for example"
              + " https://json-schema.org/draft/2020-12/schema");
    }
    List<Error> errors =
        registry.getSchema(SchemaLocation.of(draft.get().getDialectId())).validate(source);
    if (!errors.isEmpty()) {
      Error first = errors.get(0);
      throw new SyntaxException(
          "the schema is wrong at " + first.getInstanceLocation() + ": " + first.getMessage());
    }
  }

  /** The validator would write them to the log as well. */
  private void checkPatterns(JsonNode schema) throws SyntaxException {
    for (Map.Entry<String, JsonNode> member : schema.properties()) {
      JsonNode value = member.getValue();
      if (member.getKey().equals("pattern") && value.isString()) {
        around.pattern(value.stringValue());
      } else if (member.getKey().equals("patternProperties")) {
        for (String expression : value.propertyNames()) {
          around.pattern(expression);
        }
      }
      if (!DATA.contains(member.getKey())) {
        checkPatterns(value);
      }
    }
    for (int i = 0; schema.isArray() && i < schema.size(); i++) {
      checkPatterns(schema.get(i));
    }
  }

  private static String inWords(Exception error) {
    String message = String.valueOf(error.getMessage());
    String missing = between(message, "FileNotFoundException: ", "");
    String remote = between(message, "Schema from '", "' is not allowed");
    String name = missing == null ? remote : missing;
    if (name == null) {
      return "the schema cannot be used: " + message;
    }
    String path = name.startsWith(SCHEME + ":") ? URI.create(name).getPath().substring(1) : name;
    return "the schema refers to '"
        + path
        + "', which is not JSON in the mocks folder (schemas are never fetched)";
  }

  private static @Nullable String between(String text, String before, String after) {
    int begin = text.indexOf(before);
    if (begin < 0) {
      return null;
    }
    int end = after.isEmpty() ? text.length() : text.indexOf(after, begin);
    return end < 0 ? null : text.substring(begin + before.length(), end).strip();
  }
}
