package dev.homeport.server.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates in header fields, to the second (RFC 9110, 5.6.7). */
final class HttpDate {

  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  /** Made when a client sends a date: their locale costs more than the first answer may. */
  private static final class Forms {

    /**
     * The preferred form, and the obsolete ones that a recipient must read too; two-digit years lie
     * around now.
     */
    static final List<DateTimeFormatter> READ =
        List.of(
            form("EEE, dd MMM yyyy HH:mm:ss 'GMT'"),
            new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.US)
                .withZone(ZoneOffset.UTC),
            form("EEE MMM d HH:mm:ss yyyy"));

    private static DateTimeFormatter form(String pattern) {
      return DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC);
    }
  }

  private HttpDate() {}

  /** {@code Sun, 06 Nov 1994 08:49:37 GMT}; the year is one of four digits. */
  static String format(Instant instant) {
    LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(29);
    text.append(DAYS.get(time.getDayOfWeek().getValue() - 1)).append(", ");
    twoDigits(text, time.getDayOfMonth()).append(' ');
    text.append(MONTHS.get(time.getMonthValue() - 1)).append(' ');
    twoDigits(text, time.getYear() / 100);
    twoDigits(text, time.getYear() % 100).append(' ');
    twoDigits(text, time.getHour()).append(':');
    twoDigits(text, time.getMinute()).append(':');
    return twoDigits(text, time.getSecond()).append(" GMT").toString();
  }

  private static StringBuilder twoDigits(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  /** The instant, or null when the text is no date. */
  static @Nullable Instant parse(String text) {
    // Undertow makes one space of several, asctime has two before a day of one digit.
    String spaced = text.strip().replace("  ", " ");
    for (DateTimeFormatter form : Forms.READ) {
      try {
        return Instant.from(form.parse(spaced));
      } catch (DateTimeException e) {
        // Another form may fit.
      }
    }
    return null;
  }
}
