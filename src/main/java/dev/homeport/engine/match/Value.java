package dev.homeport.engine.match;

import dev.homeport.engine.json.Json;
import dev.homeport.engine.json.JsonComparison;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One value of a request that a matcher looks at: a text, or JSON with its type. Immutable. */
public sealed interface Value {

  /**
   * Whether it equals a plain value (String, Number, Boolean, null, and for JSON also List and
   * Map).
   */
  boolean isEqualTo(@Nullable Object other, boolean ignoreCase);

  /**
   * What text operators see: a text itself, of a JSON number or boolean its spelling; null for
   * JSON's null, arrays and objects.
   */
  @Nullable String text();

  /** What comparisons see: a JSON number, or a text that spells one; null for anything else. */
  @Nullable BigDecimal number();

  /** The value as JSON: a text is parsed; null when it is not JSON. */
  @Nullable JsonNode json();

  /** Characters of a text, items of an array, members of an object; -1 for anything else. */
  int length();

  /** Whether it is of a JSON type; a text is what it spells. */
  boolean is(JsonType type);

  /** As a mismatch quotes it. */
  String shown();

  /** What comes as text: of a path, query, header, cookie, form, XML. */
  record Text(String text) implements Value {

    /**
     * As text, unless the other is a number: then by value.
     *
     * <p>{@code "1.0"} equals 1, and {@code "true"} equals true.
     */
    @Override
    public boolean isEqualTo(@Nullable Object other, boolean ignoreCase) {
      if (other == null) {
        return false;
      } else if (other instanceof Number number) {
        BigDecimal mine = number();
        BigDecimal its = Json.decimal(number);
        return mine != null && its != null && mine.compareTo(its) == 0;
      }
      String its =
          other instanceof String || other instanceof Boolean
              ? other.toString()
              : Json.write(other);
      return ignoreCase ? text.equalsIgnoreCase(its) : text.equals(its);
    }

    @Override
    public @Nullable BigDecimal number() {
      return Numbers.parse(text);
    }

    @Override
    public @Nullable JsonNode json() {
      return Json.parse(text);
    }

    @Override
    public int length() {
      return text.codePointCount(0, text.length());
    }

    @Override
    public boolean is(JsonType type) {
      return type.isSpelledBy(text);
    }

    @Override
    public String shown() {
      return Shown.text(text);
    }
  }

  /** A value in a JSON document. */
  record Typed(JsonNode node) implements Value {

    /** By JSON value: the text {@code "7"} is not the number 7, which equals 7.0. */
    @Override
    public boolean isEqualTo(@Nullable Object other, boolean ignoreCase) {
      if (ignoreCase && other instanceof String text && node.isString()) {
        return node.stringValue().equalsIgnoreCase(text);
      } else if (other instanceof String text) {
        return node.isString() && node.stringValue().equals(text);
      }
      return JsonComparison.equal(Json.toNode(other), node);
    }

    @Override
    public @Nullable String text() {
      if (node.isString()) {
        return node.stringValue();
      }
      return node.isNumber() || node.isBoolean() ? Json.write(node) : null;
    }

    @Override
    public @Nullable BigDecimal number() {
      return node.isNumber() ? node.decimalValue() : null;
    }

    @Override
    public JsonNode json() {
      return node;
    }

    @Override
    public int length() {
      if (node.isString()) {
        return node.stringValue().codePointCount(0, node.stringValue().length());
      }
      return node.isContainer() ? node.size() : -1;
    }

    @Override
    public boolean is(JsonType type) {
      return type.isOf(node);
    }

    @Override
    public String shown() {
      return Shown.json(node);
    }
  }
}
