package dev.homeport.engine.template;

import dev.homeport.diagnostic.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists, objects and what is in them.
 *
 * <ul>
 *   <li>{@code {{pick 'a' 'b'}}} → one of them at random; {@code {{pick json.items}}} → an item
 *   <li>{@code {{lookup form 'items[0][price]'}}} → the field of that name
 *   <li>{@code {{size json.items}}} → {@code 3}; of a text its characters, of nothing 0
 *   <li>{@code {{range 1 3}}} → {@code [1,2,3]}; {@code {{range 1 0}}} → {@code []}
 *   <li>{@code {{split 'a,b' ','}}} → {@code ["a","b"]}
 *   <li>{@code {{join json.tags ', '}}} → {@code a, b}
 * </ul>
 */
final class ListHelpers {

  private ListHelpers() {}

  static List<Helper> all() {
    return List.of(
        Helper.of("pick", 1, Integer.MAX_VALUE, "pick 'a' 'b'", ListHelpers::pick),
        Helper.two("lookup", "lookup form 'items[0][price]'", ListHelpers::lookup),
        Helper.one("size", "size json.items", ListHelpers::size),
        Helper.of("range", 2, 2, "range 1 3", ListHelpers::range),
        Helper.of("split", 1, 2, "split query.ids ','", ListHelpers::split),
        Helper.of("join", 1, 2, "join json.tags ', '", ListHelpers::join));
  }

  private static Expression pick(Arguments arguments) {
    List<Expression> values = arguments.values();
    if (values.size() > 1) {
      return scope -> values.get(scope.random().nextInt(values.size())).value(scope);
    }
    Expression only = values.get(0);
    return scope -> {
      Object value = only.value(scope);
      if (!(value instanceof List<?> list)) {
        return value;
      }
      return list.isEmpty() ? null : list.get(scope.random().nextInt(list.size()));
    };
  }

  private static @Nullable Object lookup(@Nullable Object container, @Nullable Object key) {
    return key == null ? null : Values.plain(Values.field(container, Values.text(key)));
  }

  private static Object size(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return (long) list.size();
    }
    if (value instanceof Map<?, ?> map) {
      return (long) map.size();
    }
    String text = Values.text(value);
    return (long) text.codePointCount(0, text.length());
  }

  private static Expression range(Arguments arguments) throws SyntaxException {
    Expression first = arguments.at(0);
    Expression last = arguments.at(1);
    if (first instanceof Expression.Constant from && last instanceof Expression.Constant to) {
      Limits.checkWritten(
          "range",
          length(Values.integer(from.constant(), 0), Values.integer(to.constant(), 0)),
          arguments.offset());
    }
    return scope -> {
      Object start = first.value(scope);
      Object end = last.value(scope);
      if (Values.decimal(start) == null || Values.decimal(end) == null) {
        return List.of();
      }
      long from = Values.integer(start, 0);
      long length = length(from, Values.integer(end, 0));
      Limits.check("range", length);
      List<Object> numbers = new ArrayList<>();
      for (long i = 0; i < length; i++) {
        numbers.add(from + i);
      }
      return numbers;
    };
  }

  private static long length(long from, long to) {
    if (to < from) {
      return 0;
    }
    long distance = to - from;
    return distance < 0 || distance == Long.MAX_VALUE ? Long.MAX_VALUE : distance + 1;
  }

  private static Expression split(Arguments arguments) {
    Expression text = arguments.at(0);
    Expression separator = arguments.at(1, ",");
    return scope -> {
      Object value = text.value(scope);
      return value == null
          ? List.of()
          : parts(Values.text(value), Values.text(separator.value(scope)));
    };
  }

  private static List<Object> parts(String text, String separator) {
    List<Object> parts = new ArrayList<>();
    if (separator.isEmpty()) {
      text.codePoints().forEach(c -> parts.add(Character.toString(c)));
      return parts;
    }
    int from = 0;
    int at = text.indexOf(separator);
    while (at >= 0) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
      at = text.indexOf(separator, from);
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static Expression join(Arguments arguments) {
    Expression list = arguments.at(0);
    Expression separator = arguments.at(1, ",");
    return scope -> {
      Object value = list.value(scope);
      if (!(value instanceof List<?> items)) {
        return Values.text(value);
      }
      String between = Values.text(separator.value(scope));
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < items.size(); i++) {
        if (i > 0) {
          out.append(between);
        }
        out.append(Values.text(items.get(i)));
        Limits.checkOutput(out.length());
      }
      return out.toString();
    };
  }
}
