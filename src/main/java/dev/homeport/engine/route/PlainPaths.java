package dev.homeport.engine.route;

import java.util.Arrays;

/**
 * A pattern on paths that have neither escapes nor dot segments, judged where they stand, without
 * being taken apart; as {@link PathPattern#match} judges them. Immutable, safe to share.
 */
public final class PlainPaths {

  private final SegmentPattern[] segments;
  private final boolean ignoreTrailingSlash;

  /** Whether a segment has a slash in it, which a plain path cannot have. */
  private final boolean needsEscapes;

  /**
   * Of a pattern.
   *
   * @param ignoreTrailingSlash whether {@code /a} and {@code /a/} are one
   */
  public PlainPaths(PathPattern pattern, boolean ignoreTrailingSlash) {
    this.segments =
        (ignoreTrailingSlash ? pattern.withoutTrailingSlash() : pattern)
            .segments()
            .toArray(new SegmentPattern[0]);
    this.ignoreTrailingSlash = ignoreTrailingSlash;
    this.needsEscapes = Arrays.stream(segments).anyMatch(PlainPaths::hasSlash);
  }

  private static boolean hasSlash(SegmentPattern segment) {
    return segment instanceof SegmentPattern.Literal literal && literal.text().indexOf('/') >= 0;
  }

  /**
   * Whether the beginning of a text is a path that fits.
   *
   * @param text begins with a slash
   * @param length of the path
   */
  public boolean fit(String text, int length) {
    if (needsEscapes) {
      return false;
    }
    int end =
        ignoreTrailingSlash && length > 1 && text.charAt(length - 1) == '/' ? length - 1 : length;
    int at = 1; // where the segment begins; beyond the end when there is none any more
    for (SegmentPattern segment : segments) {
      if (segment instanceof SegmentPattern.Rest) {
        return at <= end || ignoreTrailingSlash;
      }
      int close = at > end ? -1 : close(segment, text, at, end);
      if (close < 0) {
        return false;
      }
      at = close + 1;
    }
    return at > end;
  }

  /** Where a segment that fits ends, else -1. */
  private static int close(SegmentPattern segment, String text, int at, int end) {
    if (segment instanceof SegmentPattern.Literal literal) {
      int close = at + literal.text().length();
      boolean fits =
          close <= end
              && text.startsWith(literal.text(), at)
              && (close == end || text.charAt(close) == '/');
      return fits ? close : -1;
    }
    int close = at;
    while (close < end && text.charAt(close) != '/') {
      close++;
    }
    boolean fits =
        segment instanceof SegmentPattern.Variable
            ? close > at
            : segment.captured(text.substring(at, close)) != null;
    return fits ? close : -1;
  }
}
