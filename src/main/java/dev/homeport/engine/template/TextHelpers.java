package dev.homeport.engine.template;

import dev.homeport.diagnostic.SyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Texts. What is missing is the empty text.
 *
 * <ul>
 *   <li>{@code {{upper 'ada'}}} → {@code ADA}; {@code {{lower 'ADA'}}} → {@code ada}
 *   <li>{@code {{capitalize 'ada lovelace'}}} → {@code Ada lovelace}
 *   <li>{@code {{trim ' a '}}} → {@code a}
 *   <li>{@code {{replace 'a-b-c' '-' '+'}}} → {@code a+b+c}; every place, literally
 *   <li>{@code {{substring 'homeport' 0 4}}} → {@code home}; beyond the end is the end
 *   <li>{@code {{padLeft 7 3 '0'}}} → {@code 007}
 *   <li>{@code {{concat 'a' 1}}} → {@code a1}
 * </ul>
 */
final class TextHelpers {

  private TextHelpers() {}

  static List<Helper> all() {
    return List.of(
        text("upper", text -> text.toUpperCase(Locale.ROOT)),
        text("lower", text -> text.toLowerCase(Locale.ROOT)),
        text("capitalize", TextHelpers::capitalize),
        text("trim", String::strip),
        Helper.of("replace", 3, 3, "replace path.name '-' ' '", TextHelpers::replace),
        Helper.of("substring", 2, 3, "substring path.id 0 3", TextHelpers::substring),
        Helper.of("padLeft", 2, 3, "padLeft path.id 5 '0'", TextHelpers::padLeft),
        Helper.of("concat", 1, Integer.MAX_VALUE, "concat 'a' 1", TextHelpers::concat));
  }

  private static Helper text(String name, UnaryOperator<String> body) {
    return Helper.one(name, name + " path.name", value -> body.apply(Values.text(value)));
  }

  private static String capitalize(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
  }

  private static Expression replace(Arguments arguments) {
    Expression text = arguments.at(0);
    Expression found = arguments.at(1);
    Expression by = arguments.at(2);
    return scope ->
        replaced(
            Values.text(text.value(scope)),
            Values.text(found.value(scope)),
            Values.text(by.value(scope)));
  }

  private static String replaced(String text, String found, String by) {
    if (found.isEmpty()) {
      return text;
    }
    int at = text.indexOf(found);
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (at >= 0) {
      out.append(text, from, at).append(by);
      Limits.checkOutput(out.length());
      from = at + found.length();
      at = text.indexOf(found, from);
    }
    return out.append(text, from, text.length()).toString();
  }

  private static Expression substring(Arguments arguments) {
    Expression text = arguments.at(0);
    Expression start = arguments.at(1);
    Expression end = arguments.at(2, Long.MAX_VALUE);
    return scope -> {
      String whole = Values.text(text.value(scope));
      int from = within(whole, Values.integer(start.value(scope), 0));
      int to = within(whole, Values.integer(end.value(scope), Long.MAX_VALUE));
      return from >= to ? "" : whole.substring(from, to);
    };
  }

  private static int within(String text, long index) {
    return (int) Math.max(0, Math.min(text.length(), index));
  }

  private static Expression padLeft(Arguments arguments) throws SyntaxException {
    Expression text = arguments.at(0);
    Function<Scope, Integer> width = arguments.prepared(1, null, Limits::count);
    Function<Scope, String> pad =
        arguments.prepared(
            2,
            " ",
            value -> {
              String filler = Values.text(value);
              if (filler.isEmpty()) {
                throw new SyntaxException("there is nothing to pad with", "write padLeft s 5 '0'");
              }
              return filler;
            });
    return scope -> {
      String whole = Values.text(text.value(scope));
      int missing = width.apply(scope) - whole.length();
      if (missing <= 0) {
        return whole;
      }
      String filler = pad.apply(scope);
      return filler.repeat(missing / filler.length() + 1).substring(0, missing) + whole;
    };
  }

  private static Expression concat(Arguments arguments) {
    List<Expression> values = arguments.values();
    return scope -> {
      StringBuilder out = new StringBuilder();
      for (Expression value : values) {
        out.append(Values.text(value.value(scope)));
        Limits.checkOutput(out.length());
      }
      return out.toString();
    };
  }
}
