package dev.homeport.engine.match;

import dev.homeport.diagnostic.VisibleText;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.json.JsonComparison;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Values in the words of a mismatch: quoted, on one line, not too long. Stateless. */
final class Shown {

  private static final int LONGEST = 200;

  private Shown() {}

  /** {@code 'text'}, control characters escaped. */
  static String text(String text) {
    return "'" + VisibleText.of(text, LONGEST) + "'";
  }

  /** A text quoted, everything else as JSON. */
  static String json(JsonNode node) {
    return node.isString() ? text(node.stringValue()) : JsonComparison.shown(node);
  }

  /** A plain value: a text quoted, everything else as JSON. */
  static String value(@Nullable Object value) {
    return value instanceof String text ? text(text) : json(Json.toNode(value));
  }
}
