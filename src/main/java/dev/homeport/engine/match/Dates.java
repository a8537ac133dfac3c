package dev.homeport.engine.match;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Points on the time line as requests and mock files spell them. Stateless. */
public final class Dates {

  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "second", ChronoUnit.SECONDS,
          "minute", ChronoUnit.MINUTES,
          "hour", ChronoUnit.HOURS,
          "day", ChronoUnit.DAYS,
          "week", ChronoUnit.WEEKS,
          "month", ChronoUnit.MONTHS,
          "year", ChronoUnit.YEARS);

  private static final Pattern STEP =
      Pattern.compile("\\s*([+-])\\s*(\\d{1,9})\\s+(second|minute|hour|day|week|month|year)s?");

  /** No date is longer; what is, is not even looked at. */
  private static final int LONGEST = 64;

  private Dates() {}

  /**
   * As {@link #parse(String)}, and {@code now}, {@code now -3 days}, {@code now +1 month -2 hours}.
   */
  public static @Nullable Instant parse(String text, Instant now) {
    return isRelative(text) ? relative(text.substring(3), now) : parse(text);
  }

  /** Whether the text counts from now. */
  public static boolean isRelative(String text) {
    return text.startsWith("now");
  }

  private static @Nullable Instant relative(String steps, Instant now) {
    ZonedDateTime moment = now.atZone(ZoneOffset.UTC);
    Matcher step = STEP.matcher(steps);
    int end = 0;
    try {
      while (end < steps.length() && step.find(end) && step.start() == end) {
        long amount = Long.parseLong(step.group(2)) * (step.group(1).equals("-") ? -1 : 1);
        moment = moment.plus(amount, UNITS.getOrDefault(step.group(3), ChronoUnit.DAYS));
        end = step.end();
      }
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
    return steps.substring(end).isBlank() ? moment.toInstant() : null;
  }

  /**
   * ISO 8601 ({@code 2026-05-01}, {@code 2026-05-01T10:00}, {@code …Z}, {@code …+02:00}; UTC where
   * no offset is given) or a date of HTTP (RFC 9110, 5.6.7); null for anything else.
   */
  public static @Nullable Instant parse(String text) {
    if (text.length() < 8 || text.length() > LONGEST) {
      return null;
    }
    if (Character.isLetter(text.charAt(0))) {
      DateTimeFormatter http = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);
      return attempt(text, t -> ZonedDateTime.parse(t, http).toInstant());
    }
    if (text.indexOf('T') < 0) {
      return attempt(text, t -> LocalDate.parse(t).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
    Instant withOffset = attempt(text, t -> OffsetDateTime.parse(t).toInstant());
    return withOffset != null
        ? withOffset
        : attempt(text, t -> LocalDateTime.parse(t).toInstant(ZoneOffset.UTC));
  }

  private static @Nullable Instant attempt(String text, Function<String, Instant> parser) {
    try {
      return parser.apply(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
