package dev.homeport.engine.match;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as texts spell them. Stateless. */
final class Numbers {

  /** As many digits as JSON may have here; conversion takes time that grows with their square. */
  private static final int LONGEST = 1000;

  private Numbers() {}

  /** {@code 1}, {@code -2.50}, {@code +1e3}; null for anything else, white space included. */
  static @Nullable BigDecimal parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) { // cheaper than an exception for each plain word
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
        return null;
      }
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  static boolean isInteger(BigDecimal number) {
    return number.signum() == 0 || number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
  }
}
