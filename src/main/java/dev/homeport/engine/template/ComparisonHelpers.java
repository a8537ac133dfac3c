package dev.homeport.engine.template;

import dev.homeport.diagnostic.SyntaxException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Comparing and counting, inline or in {@code {{#if (gt a b)}}}. Numbers compare by value, a text
 * beside a number as a number; a comparison with something missing is false.
 *
 * <ul>
 *   <li>{@code {{eq '1.0' 1}}} → {@code true}
 *   <li>{@code {{gt (size json.items) 3}}} → {@code false}
 *   <li>{@code {{and (gt n 1) (lt n 9)}}} → {@code true}
 *   <li>{@code {{math 2 '+' 3}}} → {@code 5}; {@code + - * / %}; null for what is no number
 * </ul>
 */
final class ComparisonHelpers {

  /** Numbers beyond this size have no use and cost time. */
  private static final int MAX_DIGITS = 1000;

  private ComparisonHelpers() {}

  static List<Helper> all() {
    return List.of(
        Helper.two("eq", "eq path.id '7'", Values::same),
        Helper.two("ne", "ne path.id '7'", (a, b) -> !Values.same(a, b)),
        ordered("gt", order -> order > 0),
        ordered("gte", order -> order >= 0),
        ordered("lt", order -> order < 0),
        ordered("lte", order -> order <= 0),
        Helper.of("and", 1, Integer.MAX_VALUE, "and (gt json.n 1) json.ok", c -> all(c, true)),
        Helper.of("or", 1, Integer.MAX_VALUE, "or query.a query.b", c -> all(c, false)),
        Helper.one("not", "not query.debug", value -> !Values.truthy(value)),
        Helper.of("math", 3, 3, "math 2 '+' 3", ComparisonHelpers::math));
  }

  private static Helper ordered(String name, IntPredicate holds) {
    return Helper.two(
        name,
        name + " json.total 10",
        (a, b) -> {
          Integer order = Values.order(a, b);
          return order != null && holds.test(order);
        });
  }

  /** True when all are; for {@code or}, which is false when all are false, the reverse. */
  private static Expression all(Arguments arguments, boolean wanted) {
    List<Expression> values = arguments.values();
    return scope -> {
      for (Expression value : values) {
        if (Values.truthy(value.value(scope)) != wanted) {
          return !wanted;
        }
      }
      return wanted;
    };
  }

  private enum Operator {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    REMAINDER;

    @Nullable BigDecimal apply(BigDecimal a, BigDecimal b) {
      return switch (this) {
        case ADD -> a.add(b);
        case SUBTRACT -> a.subtract(b);
        case MULTIPLY -> a.multiply(b);
        case DIVIDE -> b.signum() == 0 ? null : quotient(a, b);
        case REMAINDER -> b.signum() == 0 ? null : a.remainder(b);
      };
    }

    private static BigDecimal quotient(BigDecimal a, BigDecimal b) {
      BigDecimal quotient = a.divide(b, MathContext.DECIMAL64);
      return quotient.stripTrailingZeros();
    }
  }

  private static Operator operator(@Nullable Object value) throws SyntaxException {
    return switch (Values.text(value)) {
      case "+" -> Operator.ADD;
      case "-" -> Operator.SUBTRACT;
      case "*" -> Operator.MULTIPLY;
      case "/" -> Operator.DIVIDE;
      case "%" -> Operator.REMAINDER;
      default ->
          throw new SyntaxException(
              "unknown operator '" + Values.text(value) + "'", "write '+', '-', '*', '/' or '%'");
    };
  }

  private static Expression math(Arguments arguments) throws SyntaxException {
    Expression left = arguments.at(0);
    Function<Scope, Operator> operator = arguments.prepared(1, null, ComparisonHelpers::operator);
    Expression right = arguments.at(2);
    return scope -> {
      BigDecimal a = Values.decimal(left.value(scope));
      BigDecimal b = Values.decimal(right.value(scope));
      if (a == null || b == null || tooLong(a) || tooLong(b)) {
        return null;
      }
      BigDecimal result = operator.apply(scope).apply(a, b);
      return result == null ? null : whole(result);
    };
  }

  private static boolean tooLong(BigDecimal number) {
    return number.precision() > MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS;
  }

  /** {@code 6.0} → 6, as a person would write the result. */
  private static Number whole(BigDecimal result) {
    BigDecimal stripped = result.signum() == 0 ? BigDecimal.ZERO : result.stripTrailingZeros();
    return stripped.scale() > 0
        ? stripped
        : Values.shortest(stripped.setScale(0, RoundingMode.UNNECESSARY));
  }
}
