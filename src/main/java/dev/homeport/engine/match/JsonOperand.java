package dev.homeport.engine.match;

import dev.homeport.engine.json.Json;
import dev.homeport.engine.json.JsonComparison;
import dev.homeport.engine.template.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * JSON that a value is compared with: written in the file, or with templates in it. Immutable, safe
 * to share; equal when written alike.
 */
public final class JsonOperand {

  private final String source;
  private final @Nullable JsonNode constant;
  private final Scope.@Nullable ValueTemplate template;

  private JsonOperand(
      String source, @Nullable JsonNode constant, Scope.@Nullable ValueTemplate template) {
    this.source = source;
    this.constant = constant;
    this.template = template;
  }

  public static JsonOperand constant(JsonNode value) {
    return new JsonOperand(Json.write(value), value, null);
  }

  /**
   * JSON that is rendered for each request.
   *
   * @param source as written, by which operands are compared
   */
  public static JsonOperand rendered(Scope.ValueTemplate template, String source) {
    return new JsonOperand(source, null, template);
  }

  JsonNode node(Scope scope) {
    if (constant != null) {
      return constant;
    }
    return Json.toNode(template == null ? null : template.value(scope));
  }

  boolean isConstant() {
    return constant != null;
  }

  String shown(@Nullable Scope scope) {
    return scope == null && constant == null
        ? source
        : JsonComparison.shown(scope == null ? Json.toNode(constant) : node(scope));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonOperand that && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  @Override
  public String toString() {
    return source;
  }
}
