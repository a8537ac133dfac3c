package dev.homeport.engine.template;

import dev.homeport.diagnostic.SyntaxException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Identity and chance; all but {@code counter} repeat with {@code --seed}.
 *
 * <ul>
 *   <li>{@code {{uuid}}} → {@code 7f3c7d52-3f0e-4a43-9f0b-6a3b8d1f7a10}
 *   <li>{@code {{randomInt 1 6}}} → {@code 4}; both numbers are included
 *   <li>{@code {{randomDecimal 18 24 digits=1}}} → {@code 21.7}; two digits by default
 *   <li>{@code {{randomText 8 alphabet='abc'}}} → {@code bacabbca}; letters and digits by default
 *   <li>{@code {{counter 'orders'}}} → {@code 1}, {@code 2}, …
 * </ul>
 */
final class ChanceHelpers {

  private static final String ALPHANUMERIC =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private static final int MAX_DIGITS = 18;

  private ChanceHelpers() {}

  static List<Helper> all() {
    return List.of(
        Helper.of("uuid", 0, 0, "uuid", arguments -> scope -> Chance.uuid(scope.random())),
        Helper.of("randomInt", 2, 2, "randomInt 1 6", ChanceHelpers::randomInt),
        Helper.of(
                "randomDecimal", 2, 2, "randomDecimal 18 24 digits=1", ChanceHelpers::randomDecimal)
            .withKeys("digits"),
        Helper.of("randomText", 1, 1, "randomText 8 alphabet='abc'", ChanceHelpers::randomText)
            .withKeys("alphabet"),
        Helper.of("counter", 1, 1, "counter 'orders'", ChanceHelpers::counter));
  }

  private static BigDecimal bound(@Nullable Object value) throws SyntaxException {
    BigDecimal bound = Values.decimal(value);
    if (bound == null || (long) bound.precision() - bound.scale() > MAX_DIGITS) {
      throw new SyntaxException(
          "'" + Values.text(value) + "' is not a number of up to 18 digits", "write randomInt 1 6");
    }
    return bound;
  }

  private static void checkOrder(Arguments arguments) throws SyntaxException {
    if (arguments.at(0) instanceof Expression.Constant least
        && arguments.at(1) instanceof Expression.Constant most
        && bound(least.constant()).compareTo(bound(most.constant())) > 0) {
      throw new SyntaxException(
          arguments.helper()
              + ": "
              + Values.text(least.constant())
              + " is more than "
              + Values.text(most.constant()),
          "write the smaller number first",
          arguments.offset());
    }
  }

  private static Expression randomInt(Arguments arguments) throws SyntaxException {
    Function<Scope, BigDecimal> least = arguments.prepared(0, null, ChanceHelpers::bound);
    Function<Scope, BigDecimal> most = arguments.prepared(1, null, ChanceHelpers::bound);
    checkOrder(arguments);
    return scope -> {
      long from = least.apply(scope).setScale(0, RoundingMode.CEILING).longValue();
      long to = most.apply(scope).setScale(0, RoundingMode.FLOOR).longValue();
      return Chance.between(scope.random(), Math.min(from, to), Math.max(from, to));
    };
  }

  private static Expression randomDecimal(Arguments arguments) throws SyntaxException {
    Function<Scope, BigDecimal> least = arguments.prepared(0, null, ChanceHelpers::bound);
    Function<Scope, BigDecimal> most = arguments.prepared(1, null, ChanceHelpers::bound);
    Function<Scope, Integer> digits = arguments.prepared("digits", 2L, ChanceHelpers::digits);
    checkOrder(arguments);
    return scope -> {
      BigDecimal first = least.apply(scope);
      BigDecimal second = most.apply(scope);
      return decimal(scope, first.min(second), first.max(second), digits.apply(scope));
    };
  }

  /** Draws a step between the two, so that both ends are as likely as the rest. */
  private static Object decimal(Scope scope, BigDecimal least, BigDecimal most, int digits) {
    BigDecimal step = BigDecimal.ONE.movePointLeft(digits);
    BigDecimal from = least.setScale(digits, RoundingMode.CEILING);
    BigDecimal to = most.setScale(digits, RoundingMode.FLOOR);
    BigDecimal steps = to.subtract(from).movePointRight(digits);
    long last = steps.precision() - steps.scale() > MAX_DIGITS ? Long.MAX_VALUE : steps.longValue();
    long drawn = Chance.between(scope.random(), 0, Math.max(0, last));
    return from.add(step.multiply(BigDecimal.valueOf(drawn)));
  }

  private static Integer digits(@Nullable Object value) throws SyntaxException {
    long digits = Values.integer(value, -1);
    if (digits < 0 || digits > MAX_DIGITS) {
      throw new SyntaxException(
          "digits '" + Values.text(value) + "' is not a number from 0 to " + MAX_DIGITS, null);
    }
    return (int) digits;
  }

  private static Expression randomText(Arguments arguments) throws SyntaxException {
    Function<Scope, Integer> length = arguments.prepared(0, null, Limits::count);
    Function<Scope, int[]> alphabet =
        arguments.prepared("alphabet", ALPHANUMERIC, ChanceHelpers::alphabet);
    return scope -> Chance.text(scope.random(), length.apply(scope), alphabet.apply(scope));
  }

  private static int[] alphabet(@Nullable Object value) throws SyntaxException {
    String letters = Values.text(value);
    if (letters.isEmpty()) {
      throw new SyntaxException("the alphabet is empty", "write alphabet='abc'");
    }
    return letters.codePoints().toArray();
  }

  private static Expression counter(Arguments arguments) {
    Expression name = arguments.at(0);
    return scope -> scope.counters().next("counter '" + Values.text(name.value(scope)) + "'", "");
  }
}
