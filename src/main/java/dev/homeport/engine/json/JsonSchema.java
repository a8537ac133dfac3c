package dev.homeport.engine.json;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import dev.homeport.diagnostic.SyntaxException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * A compiled JSON Schema: draft 2020-12, or the one that {@code $schema} names (4, 6, 7, 2019-09).
 * Formats are checked. Nothing is ever fetched. Immutable, safe to share; equal when it stands at
 * the same place with the same content. The validator is loaded by the first one.
 */
public final class JsonSchema {

  /** Beyond so many zeros the validator's arithmetic ({@code multipleOf}) would fill the memory. */
  private static final int MAX_EXPONENT = 1000;

  private final String location;
  private final JsonNode source;
  private final Schema schema;

  private JsonSchema(String location, JsonNode source, Schema schema) {
    this.location = location;
    this.source = source;
    this.schema = schema;
  }

  /**
   * Compiles a schema, checks it against the schema of its draft, and loads what it refers to.
   *
   * @param source the schema
   * @param location its path relative to the folder, from which its references are relative
   * @throws SyntaxException when it is no schema or refers to something that is not there
   */
  public static JsonSchema compile(JsonNode source, String location, SchemaSurroundings around)
      throws SyntaxException {
    Schema compiled = new SchemaCompiler(location, around).compile(source);
    JsonSchema schema = new JsonSchema(location, source, compiled);
    try {
      compiled.validate(NullNode.getInstance());
    } catch (StackOverflowError e) {
      throw new SyntaxException("the schema refers to itself without end");
    } catch (RuntimeException e) {
      throw new SyntaxException("the schema cannot be used: " + e.getMessage());
    }
    return schema;
  }

  /** The first error, or null when the value is as the schema says. */
  public @Nullable SchemaError firstError(JsonNode value) {
    SchemaError unusable = hugeNumber(value, new JsonPlace(null, "$"));
    if (unusable != null) {
      return unusable;
    }
    try {
      List<Error> errors = schema.validate(value);
      if (errors.isEmpty()) {
        return null;
      }
      Error first = errors.get(0);
      JsonNode found = first.getInstanceNode();
      return new SchemaError(
          first.getInstanceLocation().toString(),
          first.getMessage(),
          JsonComparison.shown(found == null ? value : found));
    } catch (RuntimeException | StackOverflowError e) {
      return new SchemaError(
          "$", "it cannot be checked: " + e.getMessage(), JsonComparison.shown(value));
    }
  }

  private static @Nullable SchemaError hugeNumber(JsonNode value, JsonPlace at) {
    if (value.isNumber()) {
      return isHuge(value)
          ? new SchemaError(
              at.toString(), "an exponent too large to check", Json.plain(value.decimalValue()))
          : null;
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      SchemaError error = hugeNumber(value.get(i), at.item(i));
      if (error != null) {
        return error;
      }
    }
    for (var member : value.properties()) {
      SchemaError error = hugeNumber(member.getValue(), at.member(member.getKey()));
      if (error != null) {
        return error;
      }
    }
    return null;
  }

  private static boolean isHuge(JsonNode number) {
    if (number.isIntegralNumber()) {
      return false; // spelled out, digit by digit
    }
    BigDecimal decimal = number.decimalValue();
    return Math.abs((long) decimal.scale()) > MAX_EXPONENT;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonSchema that
        && location.equals(that.location)
        && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return location.hashCode();
  }

  /** The place of the schema. */
  @Override
  public String toString() {
    return location;
  }
}
