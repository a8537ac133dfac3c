package dev.homeport.engine.match;

import dev.homeport.engine.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition that one place equals one of some constants, in a form that many such conditions can
 * be looked up by. A key is a text, a boolean, or a number without trailing zeros; a value that
 * satisfies the condition has one of its keys, and may have one without satisfying it. Immutable.
 *
 * @param source the place
 * @param keys of the constants, at least one
 */
public record Equality(Source source, Set<Object> keys) {

  public Equality {
    keys = Set.copyOf(keys);
  }

  /** What a condition asks to be equal, or null when it asks for anything else. */
  public static @Nullable Equality of(Condition condition) {
    if (!(condition instanceof Match match) || match.dependsOnMoment()) {
      return null;
    }
    List<Operand> operands = operands(match.matcher());
    Set<Object> keys = new LinkedHashSet<>();
    for (Operand operand : operands) {
      Object key = operand instanceof Operand.Constant constant ? key(constant.value()) : null;
      if (key == null) {
        return null;
      }
      keys.add(key);
    }
    return keys.isEmpty() ? null : new Equality(match.source(), keys);
  }

  private static List<Operand> operands(Matcher matcher) {
    if (matcher instanceof Equal equal && !equal.ignoreCase()) {
      return List.of(equal.operand());
    }
    return matcher instanceof OneOf oneOf && !oneOf.ignoreCase() ? oneOf.operands() : List.of();
  }

  private static @Nullable Object key(@Nullable Object constant) {
    if (constant instanceof Number number) {
      return key(Json.decimal(number));
    }
    return constant instanceof String || constant instanceof Boolean ? constant : null;
  }

  private static @Nullable Object key(@Nullable BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros();
  }

  /** Every key that the values of a place have. */
  public static List<Object> keysOf(Values values) {
    List<Object> keys = new ArrayList<>(2);
    for (Value value : values.all()) {
      String text = value.text();
      if (text != null) {
        keys.add(text);
      }
      Object number = key(value.number());
      if (number != null) {
        keys.add(number);
      }
      if ("true".equals(text) || "false".equals(text)) {
        keys.add(Boolean.valueOf(text));
      }
    }
    return keys;
  }
}
