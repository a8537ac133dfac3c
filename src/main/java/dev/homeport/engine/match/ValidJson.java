package dev.homeport.engine.match;

import dev.homeport.engine.json.JsonSchema;
import dev.homeport.engine.json.SchemaError;
import dev.homeport.engine.template.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body is JSON as a JSON Schema says.
 *
 * @param name as messages call the schema: {@code order.schema.json}
 */
public record ValidJson(JsonSchema schema, String name) implements Condition {

  @Override
  public @Nullable Mismatch check(Scope scope) {
    JsonNode body = scope.request().json();
    if (body == null) {
      return new Said(() -> "body", this::expected, () -> BodySource.notRead(scope, "JSON"));
    }
    SchemaError error = schema.firstError(body);
    return error == null
        ? null
        : new Said(
            () -> "json " + error.path(),
            this::expected,
            () -> error.found() + " (" + error.message() + ")");
  }

  private String expected() {
    return "to be as the schema " + name + " says";
  }

  @Override
  public String described() {
    return "body " + expected();
  }

  @Override
  public int rank() {
    return Rank.WHOLE_BODY;
  }
}
