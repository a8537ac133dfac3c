package dev.homeport.server.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates in header fields, to the second (RFC 9110, 5.6.7). */
final class HttpDate {

  private static final DateTimeFormatter PREFERRED = format("EEE, dd MMM yyyy HH:mm:ss 'GMT'");

  /** The obsolete forms that a recipient must read too; two-digit years lie around now. */
  private static final List<DateTimeFormatter> READ =
      List.of(
          PREFERRED,
          new DateTimeFormatterBuilder()
              .appendPattern("EEEE, dd-MMM-")
              .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
              .appendPattern(" HH:mm:ss 'GMT'")
              .toFormatter(Locale.US)
              .withZone(ZoneOffset.UTC),
          format("EEE MMM d HH:mm:ss yyyy"));

  private HttpDate() {}

  /** {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
  static String format(Instant instant) {
    return PREFERRED.format(instant);
  }

  /** The instant, or null when the text is no date. */
  static @Nullable Instant parse(String text) {
    // Undertow makes one space of several, asctime has two before a day of one digit.
    String spaced = text.strip().replace("  ", " ");
    for (DateTimeFormatter form : READ) {
      try {
        return Instant.from(form.parse(spaced));
      } catch (DateTimeException e) {
        // Another form may fit.
      }
    }
    return null;
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC);
  }
}
