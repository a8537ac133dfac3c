package dev.homeport.engine.match;

import java.math.BigDecimal;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The types of JSON, and {@code integer} as JSON Schema knows it: {@code 1.0} is one. */
public enum JsonType {
  STRING,
  NUMBER,
  INTEGER,
  BOOLEAN,
  NULL,
  ARRAY,
  OBJECT;

  /** As it is written in a mock file: {@code string}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a text of a header, query or form can be of this type at all. */
  public boolean canBeSpelled() {
    return this != NULL && this != ARRAY && this != OBJECT;
  }

  boolean isOf(JsonNode node) {
    return switch (this) {
      case STRING -> node.isString();
      case NUMBER -> node.isNumber();
      case INTEGER -> node.isNumber() && Numbers.isInteger(node.decimalValue());
      case BOOLEAN -> node.isBoolean();
      case NULL -> node.isNull();
      case ARRAY -> node.isArray();
      case OBJECT -> node.isObject();
    };
  }

  boolean isSpelledBy(String text) {
    BigDecimal number = this == NUMBER || this == INTEGER ? Numbers.parse(text) : null;
    return switch (this) {
      case STRING -> true;
      case NUMBER -> number != null;
      case INTEGER -> number != null && Numbers.isInteger(number);
      case BOOLEAN -> text.equals("true") || text.equals("false");
      case NULL, ARRAY, OBJECT -> false;
    };
  }

  String withArticle() {
    return switch (this) {
      case NULL -> "null";
      case INTEGER, ARRAY, OBJECT -> "an " + word();
      case STRING, NUMBER, BOOLEAN -> "a " + word();
    };
  }
}
