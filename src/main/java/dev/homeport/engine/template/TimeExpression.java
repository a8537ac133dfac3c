package dev.homeport.engine.template;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalQuery;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as people write them.
 *
 * <ul>
 *   <li>{@code now}, {@code now -3 days}, {@code now +1 month -2 hours}
 *   <li>ISO 8601: {@code 2024-05-01T12:00:00Z}, {@code 2024-05-01T12:00:00+02:00}, {@code
 *       2024-05-01T12:00} and {@code 2024-05-01} (both in UTC)
 *   <li>the date of HTTP (RFC 9110, 5.6.7): {@code Wed, 01 May 2024 12:00:00 GMT}
 *   <li>a number: milliseconds since 1970, or seconds when it is less than 100,000,000,000
 * </ul>
 *
 * Stateless.
 */
public final class TimeExpression {

  private static final long SECONDS_BELOW = 100_000_000_000L;
  private static final int MAX_LENGTH = 100;
  private static final String NOW = "now";

  private static final List<TemporalQuery<Instant>> QUERIES =
      List.of(
          time -> OffsetDateTime.from(time).toInstant(),
          time -> LocalDateTime.from(time).toInstant(ZoneOffset.UTC),
          time -> LocalDate.from(time).atStartOfDay().toInstant(ZoneOffset.UTC));

  private static final List<DateTimeFormatter> FORMATS =
      List.of(
          DateTimeFormatter.ISO_OFFSET_DATE_TIME,
          DateTimeFormatter.ISO_LOCAL_DATE_TIME,
          DateTimeFormatter.ISO_LOCAL_DATE);

  private TimeExpression() {}

  /**
   * The instant that a text means, or null when it means none; never an exception.
   *
   * @param now what {@code now} means
   */
  public static @Nullable Instant parse(String text, Instant now) {
    String trimmed = text.strip();
    if (trimmed.isEmpty() || trimmed.length() > MAX_LENGTH) {
      return null;
    }
    if (trimmed.toLowerCase(Locale.ROOT).startsWith(NOW)) {
      return relative(trimmed.substring(NOW.length()), now);
    }
    if (isNumeric(trimmed)) {
      return ofNumber(Values.decimal(trimmed));
    }
    return Character.isDigit(trimmed.charAt(0)) ? iso(trimmed) : http(trimmed);
  }

  /** The instant that a value of a template means: as {@link #parse}, or a number. */
  static @Nullable Instant of(@Nullable Object value, Instant now) {
    if (value instanceof Number) {
      return ofNumber(Values.decimal(value));
    }
    return value instanceof String text ? parse(text, now) : null;
  }

  private static @Nullable Instant relative(String rest, Instant now) {
    if (rest.isBlank()) {
      return now;
    }
    TimeOffset offset = TimeOffset.parse(rest);
    if (offset == null) {
      return null;
    }
    try {
      return offset.from(ZonedDateTime.ofInstant(now, ZoneOffset.UTC)).toInstant();
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private static boolean isNumeric(String text) {
    int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.') {
        return false;
      }
    }
    return text.length() > start;
  }

  private static @Nullable Instant ofNumber(@Nullable BigDecimal number) {
    if (number == null) {
      return null;
    }
    try {
      boolean seconds = number.abs().compareTo(BigDecimal.valueOf(SECONDS_BELOW)) < 0;
      BigDecimal millis = seconds ? number.movePointRight(3) : number;
      return Instant.ofEpochMilli(millis.toBigInteger().longValueExact());
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private static @Nullable Instant iso(String text) {
    String normal =
        text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
    for (int i = 0; i < FORMATS.size(); i++) {
      Instant instant = parse(normal, FORMATS.get(i), QUERIES.get(i));
      if (instant != null) {
        return instant;
      }
    }
    return null;
  }

  private static @Nullable Instant http(String text) {
    return parse(text, DateTimeFormatter.RFC_1123_DATE_TIME, QUERIES.get(0));
  }

  private static @Nullable Instant parse(
      String text, DateTimeFormatter format, TemporalQuery<Instant> query) {
    try {
      return format.parse(text, query);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
