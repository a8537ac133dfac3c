package dev.homeport.engine.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What may stand at the end of a JSONPath: {@code $.items.length()}. */
enum PathFunction {
  /** Items of an array, members of an object, characters of a text. */
  LENGTH,
  MIN,
  MAX,
  SUM,
  AVG;

  static @Nullable PathFunction named(String name) {
    for (PathFunction function : values()) {
      if (function.text().equals(name)) {
        return function;
      }
    }
    return null;
  }

  String text() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The function's value, or null when the node has none: the sum of a text, say. */
  @Nullable JsonNode apply(JsonNode node) {
    if (this == LENGTH) {
      return node.isContainer()
          ? Json.toNode(node.size())
          : node.isString()
              ? Json.toNode(node.stringValue().codePointCount(0, node.stringValue().length()))
              : null;
    }
    List<BigDecimal> numbers = new ArrayList<>();
    if (node.isArray()) {
      for (JsonNode item : node) {
        if (item.isNumber()) {
          numbers.add(item.decimalValue());
        }
      }
    }
    return numbers.isEmpty() ? null : Json.toNode(of(numbers));
  }

  private BigDecimal of(List<BigDecimal> numbers) {
    return switch (this) {
      case MIN -> Collections.min(numbers);
      case MAX -> Collections.max(numbers);
      case SUM -> sum(numbers);
      case AVG -> sum(numbers).divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL128);
      case LENGTH -> throw new IllegalStateException("no function of numbers");
    };
  }

  /** With a bounded precision, because an exact sum of 1e999999999 and 1 fills the memory. */
  private static BigDecimal sum(List<BigDecimal> numbers) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal number : numbers) {
      sum = sum.add(number, new MathContext(1000));
    }
    return sum;
  }
}
