package dev.homeport.engine.template;

import dev.homeport.engine.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the values of templates mean as text, number or truth. Stateless. */
final class Values {

  /** Longer texts are no numbers: reading them would take quadratic time. */
  private static final int MAX_NUMBER_LENGTH = 400;

  /** Beyond this the digits of a number would fill the memory when it is rounded or added to. */
  private static final int MAX_SCALE = 10_000;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");

  private Values() {}

  /** {@code null} → nothing, {@code 1.50} → {@code 1.50}, a list or object → JSON. */
  static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Number number) {
      return Json.plain(number);
    }
    return value instanceof Boolean ? value.toString() : Json.write(value);
  }

  /** What a template leaves out: null and the empty text. */
  static boolean isMissing(@Nullable Object value) {
    return value == null || value.equals("");
  }

  /** False are null, false, zero, and empty texts and lists, as in Handlebars. */
  static boolean truthy(@Nullable Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    if (value instanceof Number number) {
      BigDecimal decimal = decimal(number);
      return decimal == null || decimal.signum() != 0;
    }
    if (value instanceof CharSequence text) {
      return text.length() > 0;
    }
    return value != null && !(value instanceof Collection<?> list && list.isEmpty());
  }

  /** {@code '4.70'} → 4.70; null for what is no number. */
  static @Nullable BigDecimal decimal(@Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return Math.abs((long) decimal.scale()) > MAX_SCALE ? null : decimal;
    }
    if (value instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? new BigDecimal(value.toString()) : null;
    }
    if (value instanceof Number number) {
      return BigDecimal.valueOf(number.longValue());
    }
    if (!(value instanceof String text) || text.length() > MAX_NUMBER_LENGTH) {
      return null;
    }
    String trimmed = text.strip();
    return NUMBER.matcher(trimmed).matches() ? new BigDecimal(trimmed) : null;
  }

  /** A whole number as Long where it fits and was written without a fraction. */
  static Number shortest(BigDecimal number) {
    if (number.scale() > 0 || number.precision() - number.scale() > 19) {
      return number;
    }
    BigInteger whole = number.toBigInteger();
    return whole.bitLength() < 64 ? (Number) whole.longValue() : number;
  }

  /** A number cut to a whole one within the range of long; the fallback for what is no number. */
  static long integer(@Nullable Object value, long fallback) {
    BigDecimal number = decimal(value);
    if (number == null) {
      return fallback;
    }
    if (number.precision() - number.scale() > 19) {
      return number.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    BigInteger whole = number.toBigInteger();
    if (whole.bitLength() < 64) {
      return whole.longValue();
    }
    return whole.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /**
   * Whether two values are equal: numbers by value ({@code 1} = {@code 1.0}), a text beside a
   * number as number, a text beside a truth as its word.
   */
  static boolean same(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return left == right;
    }
    if (left instanceof Number || right instanceof Number) {
      BigDecimal a = decimal(left);
      BigDecimal b = decimal(right);
      return a != null && b != null && a.compareTo(b) == 0;
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      return sameLists(a, b);
    }
    if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      return sameMaps(a, b);
    }
    boolean leftScalar = left instanceof String || left instanceof Boolean;
    boolean rightScalar = right instanceof String || right instanceof Boolean;
    return leftScalar && rightScalar && left.toString().equals(right.toString());
  }

  private static boolean sameLists(List<?> left, List<?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    Iterator<?> others = right.iterator();
    for (Object item : left) {
      if (!same(item, others.next())) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameMaps(Map<?, ?> left, Map<?, ?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : left.entrySet()) {
      if (!right.containsKey(entry.getKey())
          || !same(entry.getValue(), right.get(entry.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The order of two values: as numbers when both are, or read as, numbers, else as texts; null
   * when they have none.
   */
  static @Nullable Integer order(@Nullable Object left, @Nullable Object right) {
    BigDecimal a = decimal(left);
    BigDecimal b = decimal(right);
    if (a != null && b != null) {
      return a.compareTo(b);
    }
    if (left instanceof String first && right instanceof String second) {
      return first.compareTo(second);
    }
    return null;
  }

  /**
   * A field of an object, or the item of a list at an index; null when there is none. Nothing else
   * has fields, so no name reaches into a Java object.
   */
  static @Nullable Object field(@Nullable Object value, String name) {
    if (value instanceof Map<?, ?> map) {
      return map.get(name);
    }
    if (value instanceof List<?> list) {
      int index = index(name);
      return index >= 0 && index < list.size() ? list.get(index) : null;
    }
    if (value instanceof JsonNode node) {
      if (node.isArray()) {
        int index = index(name);
        return index < 0 ? null : node.get(index);
      }
      return node.get(name);
    }
    return null;
  }

  private static int index(String name) {
    if (name.isEmpty() || name.length() > 9) {
      return -1;
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return -1;
      }
    }
    return Integer.parseInt(name);
  }

  /** A JSON tree as plain values; all else as it is. */
  static @Nullable Object plain(@Nullable Object value) {
    return value instanceof JsonNode node ? Json.toJava(node) : value;
  }

  /** One value as itself, several as a list, none as null. */
  static @Nullable Object oneOrAll(List<?> values) {
    return switch (values.size()) {
      case 0 -> null;
      case 1 -> values.get(0);
      default -> values;
    };
  }
}
