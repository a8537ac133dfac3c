package dev.homeport.engine.template;

import dev.homeport.diagnostic.Suggestion;
import dev.homeport.diagnostic.SyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Time; one instant an answer, in UTC unless a zone is given.
 *
 * <ul>
 *   <li>{@code {{now}}} → {@code 2024-05-01T12:00:00.000Z}
 *   <li>{@code {{now format='yyyy-MM-dd' offset='-3 days' zone='Europe/Berlin'}}} → {@code
 *       2024-04-28}
 *   <li>{@code {{now format='epoch'}}} → {@code 1714564800000}; {@code 'unix'} → {@code 1714564800}
 *   <li>{@code {{date json.from format='d MMM'}}} → {@code 1 May}; null for what is no date
 * </ul>
 */
final class TimeHelpers {

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

  private static final ZonedDateTime SAMPLE =
      ZonedDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC);

  private static final String[] KEYS = {"format", "offset", "zone"};

  /** How a time is shown. */
  @FunctionalInterface
  private interface Format {
    Object show(ZonedDateTime time);
  }

  private TimeHelpers() {}

  static List<Helper> all() {
    return List.of(
        Helper.of(
                "now",
                0,
                0,
                "now format='yyyy-MM-dd' offset='-3 days'",
                arguments -> shown(arguments, Scope::now))
            .withKeys(KEYS),
        Helper.of("date", 1, 1, "date json.from format='yyyy-MM-dd'", TimeHelpers::date)
            .withKeys(KEYS));
  }

  private static Expression date(Arguments arguments) throws SyntaxException {
    Expression value = arguments.at(0);
    return shown(arguments, scope -> TimeExpression.of(value.value(scope), scope.now()));
  }

  private static Expression shown(Arguments arguments, Function<Scope, @Nullable Instant> instant)
      throws SyntaxException {
    Function<Scope, Format> format = arguments.prepared("format", null, TimeHelpers::format);
    Function<Scope, TimeOffset> offset = arguments.prepared("offset", null, TimeHelpers::offset);
    Function<Scope, ZoneId> zone = arguments.prepared("zone", null, TimeHelpers::zone);
    return scope -> {
      Instant point = instant.apply(scope);
      if (point == null) {
        return null;
      }
      ZonedDateTime time = ZonedDateTime.ofInstant(point, zone.apply(scope));
      return format.apply(scope).show(offset.apply(scope).from(time));
    };
  }

  private static Format format(@Nullable Object value) throws SyntaxException {
    if (value == null) {
      return ISO::format;
    }
    String pattern = Values.text(value);
    switch (pattern) {
      case "epoch" -> {
        return time -> time.toInstant().toEpochMilli();
      }
      case "unix" -> {
        return ZonedDateTime::toEpochSecond;
      }
      default -> {
        // a pattern
      }
    }
    try {
      DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
      formatter.formatTo(SAMPLE, new StringBuilder()); // a pattern may compile and yet not format
      return formatter::format;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new SyntaxException(
          "'" + pattern + "' is not a date format", "write yyyy-MM-dd'T'HH:mm:ss, epoch or unix");
    }
  }

  private static TimeOffset offset(@Nullable Object value) throws SyntaxException {
    if (value == null) {
      return new TimeOffset(List.of());
    }
    TimeOffset offset = TimeOffset.parse(Values.text(value));
    if (offset == null) {
      throw new SyntaxException(
          "'" + Values.text(value) + "' is not an offset", "write '-3 days' or '+2 hours'");
    }
    return offset;
  }

  private static ZoneId zone(@Nullable Object value) throws SyntaxException {
    if (value == null) {
      return ZoneOffset.UTC;
    }
    String name = Values.text(value);
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      String meant = Suggestion.nearest(name, ZoneId.getAvailableZoneIds());
      throw new SyntaxException(
          "unknown time zone '" + name + "'",
          meant == null ? "write 'Europe/Berlin' or '+02:00'" : "did you mean '" + meant + "'?");
    }
  }
}
