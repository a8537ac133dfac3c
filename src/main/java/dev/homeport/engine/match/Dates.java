package dev.homeport.engine.match;

import dev.homeport.engine.template.TimeExpression;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Points on the time line as requests and mock files spell them. Stateless. */
public final class Dates {

  /** Shorter numbers are years or ordinary numbers rather than seconds since 1970. */
  private static final int SHORTEST_EPOCH = 10;

  private Dates() {}

  /** The instant of an operand, which may count from now; null when the text is none. */
  public static @Nullable Instant operand(String text, Instant now) {
    return TimeExpression.parse(text, now);
  }

  /**
   * The instant that a request sends: ISO 8601, a date of HTTP, or seconds or milliseconds since
   * 1970 of ten digits and more; null for anything else, {@code now} included.
   */
  static @Nullable Instant value(String text) {
    boolean shortNumber = text.length() < SHORTEST_EPOCH && Numbers.parse(text) != null;
    return shortNumber || isRelative(text) ? null : TimeExpression.parse(text, Instant.EPOCH);
  }

  /** Whether the text counts from now. */
  public static boolean isRelative(String text) {
    return text.strip().toLowerCase(Locale.ROOT).startsWith("now");
  }
}
