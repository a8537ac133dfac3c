package dev.homeport.server.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a file that a client asked for (RFC 9110, 14.1).
 *
 * @param from offset of the first byte
 * @param length how many, at least 1
 */
record ByteRange(long from, long length) {

  /** More parts than any honest client asks for. */
  private static final int MOST_PARTS = 32;

  private static final String UNIT = "bytes=";

  /** {@code bytes 0-99/1234}. */
  String contentRange(long total) {
    return "bytes " + from + "-" + (from + length - 1) + "/" + total;
  }

  /**
   * What a {@code Range} field asks for, in its order.
   *
   * @param total bytes of the whole
   * @return the parts that exist; empty when none does (416); null when the field is to be ignored:
   *     another unit, not well-formed, or so many or overlapping parts that the whole is less
   */
  static @Nullable List<ByteRange> parse(String field, long total) {
    if (!field.strip().toLowerCase(Locale.ROOT).startsWith(UNIT)) {
      return null;
    }
    String[] specs = field.strip().substring(UNIT.length()).split(",", -1);
    List<ByteRange> parts = new ArrayList<>();
    for (String spec : specs) {
      String range = spec.strip();
      int dash = range.indexOf('-');
      Long first = dash < 0 ? null : number(range.substring(0, dash), 0);
      Long last = dash < 0 ? null : number(range.substring(dash + 1), Long.MAX_VALUE);
      if (first == null || last == null || range.length() == 1 || (last < first && dash > 0)) {
        return null;
      }
      ByteRange part = dash == 0 ? suffix(last, total) : between(first, last, total);
      if (part != null) {
        parts.add(part);
      }
    }
    return parts.size() > MOST_PARTS || overlap(parts) ? null : parts;
  }

  private static @Nullable ByteRange suffix(long length, long total) {
    long there = Math.min(length, total);
    return there == 0 ? null : new ByteRange(total - there, there);
  }

  private static @Nullable ByteRange between(long first, long last, long total) {
    return first >= total ? null : new ByteRange(first, Math.min(last, total - 1) - first + 1);
  }

  /** Overlapping parts make a small request a large answer (14.2). */
  private static boolean overlap(List<ByteRange> parts) {
    List<ByteRange> sorted = new ArrayList<>(parts);
    sorted.sort(Comparator.comparingLong(ByteRange::from));
    for (int i = 1; i < sorted.size(); i++) {
      ByteRange before = sorted.get(i - 1);
      if (before.from() + before.length() > sorted.get(i).from()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Digits only; {@code absent} for no text; null for anything else. More than fits is the most.
   */
  private static @Nullable Long number(String text, long absent) {
    if (text.isEmpty()) {
      return absent;
    }
    if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    return text.length() > 18 ? Long.valueOf(Long.MAX_VALUE) : Long.valueOf(text);
  }
}
