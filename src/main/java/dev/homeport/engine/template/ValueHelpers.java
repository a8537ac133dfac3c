package dev.homeport.engine.template;

import dev.homeport.engine.json.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Types and fallbacks.
 *
 * <ul>
 *   <li>{@code {{number '4.70'}}} → {@code 4.70}; {@code {{number 'abc'}}} → null
 *   <li>{@code {{int '4.7'}}} → {@code 4}
 *   <li>{@code {{boolean 'true'}}} → {@code true}; also {@code yes on 1}, and {@code no off 0}
 *   <li>{@code {{toJson json.items}}} → {@code [{"sku":"A-1"}]}
 *   <li>{@code {{default query.page 1}}} → {@code 1} when the page is missing or empty
 * </ul>
 */
final class ValueHelpers {

  private ValueHelpers() {}

  static List<Helper> all() {
    return List.of(
        Helper.one("number", "number path.id", ValueHelpers::number),
        Helper.one("int", "int query.page", ValueHelpers::whole),
        Helper.one("boolean", "boolean query.debug", ValueHelpers::truth),
        Helper.one("toJson", "toJson json.items", Json::write),
        Helper.of("default", 2, Integer.MAX_VALUE, "default query.page 1", ValueHelpers::fallback));
  }

  private static @Nullable Object number(@Nullable Object value) {
    BigDecimal number = Values.decimal(value);
    return number == null ? null : Values.shortest(number);
  }

  private static @Nullable Object whole(@Nullable Object value) {
    BigDecimal number = Values.decimal(value);
    if (number == null || (long) number.precision() - number.scale() > 1000) {
      return null;
    }
    return Values.shortest(number.setScale(0, RoundingMode.DOWN));
  }

  private static @Nullable Object truth(@Nullable Object value) {
    if (value instanceof Boolean) {
      return value;
    }
    return switch (Values.text(value).strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> true;
      case "false", "no", "off", "0" -> false;
      default -> null;
    };
  }

  private static Expression fallback(Arguments arguments) {
    List<Expression> values = arguments.values();
    return scope -> {
      Object value = null;
      for (Expression expression : values) {
        value = expression.value(scope);
        if (!Values.isMissing(value)) {
          return value;
        }
      }
      return value;
    };
  }
}
