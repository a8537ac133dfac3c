package dev.homeport.engine.match;

import dev.homeport.engine.json.JsonSchema;
import dev.homeport.engine.json.SchemaError;
import dev.homeport.engine.template.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The body is JSON as a JSON Schema says. */
public record ValidJson(JsonSchema schema) implements Condition {

  @Override
  public @Nullable Mismatch check(Scope scope) {
    JsonNode body = scope.request().json();
    if (body == null) {
      return new Said(() -> "body", this::expected, () -> BodySource.notRead(scope, "JSON"));
    }
    SchemaError error = schema.firstError(body);
    return error == null
        ? null
        : new Said(() -> "json " + error.path(), this::expected, error::message);
  }

  private String expected() {
    return "to be as the schema " + schema + " says";
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
