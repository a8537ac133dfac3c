package dev.homeport.engine.data;

import dev.homeport.engine.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields of records, by their names in texts, and compared as people write them there. Stateless.
 */
public final class Fields {

  /** Longer texts are no numbers: reading them would take quadratic time. */
  private static final int LONGEST_NUMBER = 100;

  private Fields() {}

  static @Nullable Object get(Map<String, ?> members, String name) {
    Map<?, ?> around = around(members, name);
    return around == null ? null : around.get(last(members, name));
  }

  static boolean has(Map<String, ?> members, String name) {
    Map<?, ?> around = around(members, name);
    return around != null && around.containsKey(last(members, name));
  }

  /** The object that would hold the field; null when there is none. */
  private static @Nullable Map<?, ?> around(Map<String, ?> members, String name) {
    if (name.indexOf('.') < 0 || members.containsKey(name)) {
      return members;
    }
    Map<?, ?> at = members;
    int start = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
      if (!(at.get(name.substring(start, dot)) instanceof Map<?, ?> inner)) {
        return null;
      }
      at = inner;
      start = dot + 1;
    }
    return at;
  }

  private static String last(Map<String, ?> members, String name) {
    return members.containsKey(name) ? name : name.substring(name.lastIndexOf('.') + 1);
  }

  /**
   * Whether a field is what somebody wrote in a path, a query or a template: a text equals a number
   * of that value ({@code '7'}, {@code 7} and {@code 7.0} are alike), {@code 'true'} the boolean,
   * {@code 'null'} JSON's null; of a list one item is enough.
   */
  public static boolean alike(@Nullable Object field, @Nullable Object wanted) {
    if (field instanceof List<?> items && !(wanted instanceof List)) {
      return items.stream().anyMatch(item -> alike(item, wanted));
    } else if (field instanceof Map || wanted instanceof Map || wanted instanceof List) {
      return Json.write(field).equals(Json.write(wanted));
    } else if (field instanceof Number || wanted instanceof Number) {
      BigDecimal mine = number(field);
      BigDecimal its = number(wanted);
      return mine != null && its != null && mine.compareTo(its) == 0;
    }
    return String.valueOf(field).equals(String.valueOf(wanted));
  }

  /** The number that a value is, or spells; null for none. */
  public static @Nullable BigDecimal number(@Nullable Object value) {
    if (value instanceof Number number) {
      return Json.decimal(number);
    }
    if (!(value instanceof String text) || text.isEmpty() || text.length() > LONGEST_NUMBER) {
      return null;
    }
    char first = text.charAt(0);
    if (first != '-' && !(first >= '0' && first <= '9')) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
