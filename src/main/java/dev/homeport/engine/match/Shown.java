package dev.homeport.engine.match;

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
    StringBuilder out = new StringBuilder("'");
    int end = Math.min(text.length(), LONGEST);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (Character.isISOControl(c)) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append(text.length() > LONGEST ? "…'" : "'").toString();
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
