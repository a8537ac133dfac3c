package dev.homeport.server.control;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.json.JsonSchema;
import dev.homeport.engine.json.SchemaSurroundings;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Schemas that stand by themselves. */
final class Schemas {

  private Schemas() {}

  static JsonSchema compile(JsonNode schema) {
    try {
      return JsonSchema.compile(schema, "schema.json", new Alone());
    } catch (SyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private record Alone() implements SchemaSurroundings {

    @Override
    public @Nullable JsonNode file(String path) {
      return null;
    }

    @Override
    public Predicate<String> pattern(String expression) {
      return Pattern.compile(expression).asPredicate();
    }
  }
}
