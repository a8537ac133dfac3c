package dev.homeport.definition.yaml;

import org.jspecify.annotations.Nullable;

/**
 * How a number is written that JSON allows (RFC 8259, 6).
 *
 * <p>Read without a regular expression: thousands of values would go through the code that all
 * expressions share, and leave it compiled for theirs. Undertow checks the host of each request by
 * one.
 */
record JsonNumber(boolean hasFraction, boolean hasExponent) {

  /** What is known of a text that is such a number, else null. */
  static @Nullable JsonNumber of(String text) {
    int integer = text.startsWith("-") ? 1 : 0;
    int end = afterDigits(text, integer);
    if (end == integer || (text.charAt(integer) == '0' && end > integer + 1)) {
      return null;
    }
    boolean hasFraction = isAt(text, end, '.');
    if (hasFraction) {
      int fraction = end + 1;
      end = afterDigits(text, fraction);
      if (end == fraction) {
        return null;
      }
    }
    boolean hasExponent = isAt(text, end, 'e') || isAt(text, end, 'E');
    if (hasExponent) {
      int exponent = end + (isAt(text, end + 1, '-') || isAt(text, end + 1, '+') ? 2 : 1);
      end = afterDigits(text, exponent);
      if (end == exponent) {
        return null;
      }
    }
    return end == text.length() ? new JsonNumber(hasFraction, hasExponent) : null;
  }

  private static int afterDigits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static boolean isAt(String text, int index, char wanted) {
    return index < text.length() && text.charAt(index) == wanted;
  }
}
