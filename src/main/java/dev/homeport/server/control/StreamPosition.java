package dev.homeport.server.control;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a stream has come.
 *
 * @param seen the last request that was told
 * @param pending the first one whose ending was not; {@code seen + 1} when all were
 */
record StreamPosition(long seen, long pending) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,18})(?:-(\\d{1,18}))?");

  /** Reads what {@link #toString} wrote. */
  static StreamPosition parse(String text) throws Refusal {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw Refusal.badRequest(
          "The position "
              + Call.quoted(text)
              + " is none: Last-Event-ID, or since, is the id of an event or of a request.");
    }
    long seen = Long.parseLong(matcher.group(1));
    String pending = matcher.group(2);
    return new StreamPosition(
        seen, pending == null ? seen + 1 : Math.min(seen + 1, Long.parseLong(pending)));
  }

  /** {@code 57}, {@code 57-50}. */
  @Override
  public String toString() {
    return pending > seen ? Long.toString(seen) : seen + "-" + pending;
  }
}
