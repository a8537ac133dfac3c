package dev.homeport.engine.match;

import dev.homeport.engine.json.Json;
import dev.homeport.engine.template.Scope;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** {@code gt gte lt lte}: numbers by value; what is no number does not hold. */
public record Comparison(Kind kind, Operand operand) implements Matcher {

  /** Which of the four. */
  public enum Kind {
    GT("to be greater than "),
    GTE("to be at least "),
    LT("to be less than "),
    LTE("to be at most ");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    private boolean holds(int order) {
      return switch (this) {
        case GT -> order > 0;
        case GTE -> order >= 0;
        case LT -> order < 0;
        case LTE -> order <= 0;
      };
    }
  }

  @Override
  public boolean holdsFor(@Nullable Value value, Values all, Scope scope) {
    BigDecimal number = value == null ? null : value.number();
    BigDecimal bound = number == null ? null : bound(operand.value(scope));
    return number != null && bound != null && kind.holds(number.compareTo(bound));
  }

  private static @Nullable BigDecimal bound(@Nullable Object value) {
    if (value instanceof String text) {
      return Numbers.parse(text);
    }
    return value instanceof Number number ? Json.decimal(number) : null;
  }

  @Override
  public String expected(@Nullable Scope scope) {
    return kind.words + operand.shown(scope);
  }

  @Override
  public boolean dependsOnMoment() {
    return !operand.isConstant();
  }
}
