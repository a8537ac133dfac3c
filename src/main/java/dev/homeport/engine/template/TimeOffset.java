package dev.homeport.engine.template;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How far to move in time: {@code -3 days}, {@code +1 month -2 hours}, {@code 90 s}. */
record TimeOffset(List<Step> steps) {

  /** One part of it. */
  record Step(long amount, ChronoUnit unit) {}

  private static final Pattern STEP =
      Pattern.compile("\\G\\s*([+-]?)\\s*([0-9]{1,15})\\s*([A-Za-z]+)");

  TimeOffset {
    steps = List.copyOf(steps);
  }

  /** Null when the text is no offset. */
  static @Nullable TimeOffset parse(String text) {
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    int end = 0;
    while (matcher.find()) {
      ChronoUnit unit = unit(matcher.group(3).toLowerCase(Locale.ROOT));
      if (unit == null) {
        return null;
      }
      long amount = Long.parseLong(matcher.group(2));
      steps.add(new Step(matcher.group(1).equals("-") ? -amount : amount, unit));
      end = matcher.end();
    }
    return steps.isEmpty() || !text.substring(end).isBlank() ? null : new TimeOffset(steps);
  }

  private static @Nullable ChronoUnit unit(String word) {
    return switch (word) {
      case "ms", "milli", "millis", "millisecond", "milliseconds" -> ChronoUnit.MILLIS;
      case "s", "sec", "second", "seconds" -> ChronoUnit.SECONDS;
      case "m", "min", "minute", "minutes" -> ChronoUnit.MINUTES;
      case "h", "hour", "hours" -> ChronoUnit.HOURS;
      case "d", "day", "days" -> ChronoUnit.DAYS;
      case "w", "week", "weeks" -> ChronoUnit.WEEKS;
      case "month", "months" -> ChronoUnit.MONTHS;
      case "y", "year", "years" -> ChronoUnit.YEARS;
      default -> null;
    };
  }

  /**
   * The time so far away.
   *
   * @throws java.time.DateTimeException when it is beyond what can be told
   * @throws ArithmeticException likewise
   */
  ZonedDateTime from(ZonedDateTime start) {
    ZonedDateTime time = start;
    for (Step step : steps) {
      time = time.plus(step.amount(), step.unit());
    }
    return time;
  }
}
