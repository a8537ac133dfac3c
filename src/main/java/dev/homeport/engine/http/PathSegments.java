package dev.homeport.engine.http;

import java.util.ArrayList;
import java.util.List;

/**
 * A raw path as segments: split on the raw {@code /}, each segment decoded once, dot segments
 * resolved (RFC 3986, 5.2.4).
 */
public final class PathSegments {

  private PathSegments() {}

  /**
   * {@code /a%2Fb/c} → {@code [a/b, c]}, {@code /a/} → {@code [a, ""]}, {@code /} → {@code [""]},
   * {@code /a/%2e%2e/b} → {@code [b]}. Empty segments are kept; {@code +}, {@code ;} and {@code \}
   * are ordinary characters.
   *
   * @param rawPath begins with a slash
   * @throws IllegalArgumentException for a bad escape or bytes that are not UTF-8, quoting the
   *     segment
   */
  public static List<String> parse(String rawPath) {
    List<String> segments = new ArrayList<>(4);
    int start = 1;
    while (true) {
      int slash = rawPath.indexOf('/', start);
      boolean last = slash < 0;
      add(
          PercentDecoder.segment(rawPath.substring(start, last ? rawPath.length() : slash)),
          last,
          segments);
      if (last) {
        return segments;
      }
      start = slash + 1;
    }
  }

  /**
   * Decodes one segment: {@code a%2Fb} → {@code a/b}.
   *
   * @throws IllegalArgumentException for a bad escape or bytes that are not UTF-8
   */
  public static String decode(String segment) {
    return PercentDecoder.segment(segment);
  }

  private static void add(String segment, boolean last, List<String> segments) {
    boolean up = segment.equals("..");
    if (!up && !segment.equals(".")) {
      segments.add(segment);
      return;
    }
    if (up && !segments.isEmpty()) {
      segments.remove(segments.size() - 1);
    }
    if (last) {
      segments.add("");
    }
  }
}
