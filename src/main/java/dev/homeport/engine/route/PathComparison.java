package dev.homeport.engine.route;

import dev.homeport.diagnostic.VisibleText;
import dev.homeport.engine.route.SegmentPattern.Literal;
import java.util.ArrayList;
import java.util.List;

/**
 * One request's path beside those of routes: how far they are apart, and in what they differ.
 * Segments that fit at the beginning and at the end are set aside; what is left in between is
 * compared place by place, and what has no partner is missing or too many. Immutable.
 */
final class PathComparison {

  private static final int VARIABLE = 1;
  private static final int NO_FIT = 4;
  private static final int ONE_TOO_MANY = 5;
  private static final int ANOTHER = 2;
  private static final int SLASH = 1;
  private static final int LONGEST_SHOWN = 60;
  private static final int MOST_REASONS = 4;

  private final List<String> path;
  private final long[] letters;
  private final boolean slash;
  private final boolean ignoreTrailingSlash;

  /**
   * @param segments of the request's path, decoded
   */
  PathComparison(List<String> segments, boolean ignoreTrailingSlash) {
    int last = segments.size() - 1;
    this.slash = last > 0 && segments.get(last).isEmpty();
    this.path = slash ? segments.subList(0, last) : segments;
    this.letters = path.stream().mapToLong(Letters::of).toArray();
    this.ignoreTrailingSlash = ignoreTrailingSlash;
  }

  /** How many segments fit at both ends, and how many are left in between. */
  private record Middle(int begin, int asked, int there) {

    int paired() {
      return Math.min(asked, there);
    }
  }

  /** 0 for the same; close to {@link #distance}, and cheap: no expression is tried. */
  int roughDistance(PathPattern pattern) {
    return distance(pattern, false);
  }

  /** 0 for the same path, without a limit. */
  int distance(PathPattern pattern) {
    return distance(pattern, true);
  }

  private int distance(PathPattern pattern, boolean exact) {
    List<SegmentPattern> segments = pattern.segments();
    Middle middle = middle(pattern, exact);
    int distance = isSlashWrong(pattern) ? SLASH : 0;
    for (int i = 0; i < middle.begin(); i++) {
      distance += segments.get(i) instanceof Literal ? 0 : VARIABLE;
    }
    for (int i = middle.begin(); i < middle.begin() + middle.paired(); i++) {
      distance += distance(pattern, i, exact);
    }
    int odd = Math.abs(middle.asked() - middle.there());
    return distance + (odd == 0 ? 0 : ONE_TOO_MANY + ANOTHER * (odd - 1));
  }

  private int distance(PathPattern pattern, int at, boolean exact) {
    SegmentPattern segment = pattern.segments().get(at);
    if (fits(segment, path.get(at), exact)) {
      return segment instanceof Literal ? 0 : VARIABLE;
    } else if (segment instanceof Literal literal) {
      return exact
          ? Letters.difference(literal.text(), path.get(at))
          : Letters.leastDifference(literal.text(), pattern.letters(at), path.get(at), letters[at]);
    }
    return NO_FIT;
  }

  private Middle middle(PathPattern pattern, boolean exact) {
    List<SegmentPattern> segments = pattern.segments();
    int there = pattern.lengthWithoutEnd();
    int asked = pattern.hasRest() ? Math.min(path.size(), there) : path.size();
    int shorter = Math.min(asked, there);
    int begin = 0;
    while (begin < shorter && fits(segments.get(begin), path.get(begin), exact)) {
      begin++;
    }
    int end = 0;
    while (end < shorter - begin
        && fits(segments.get(there - 1 - end), path.get(asked - 1 - end), exact)) {
      end++;
    }
    if (asked != there && !hasLiteral(segments.subList(there - end, there))) {
      end = 0; // a variable at the end fits anything, which tells nothing
    }
    return new Middle(begin, asked - begin - end, there - begin - end);
  }

  private static boolean hasLiteral(List<SegmentPattern> segments) {
    for (SegmentPattern segment : segments) {
      if (segment instanceof Literal) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(SegmentPattern segment, String text, boolean exact) {
    if (segment instanceof Literal literal) {
      return literal.text().equals(text);
    } else if (exact) {
      return segment.captured(text) != null;
    }
    return !text.isEmpty();
  }

  private boolean isSlashWrong(PathPattern pattern) {
    if (ignoreTrailingSlash) {
      return false;
    } else if (pattern.hasRest()) {
      return !slash && path.size() == pattern.lengthWithoutEnd();
    }
    return slash != pattern.hasTrailingSlash();
  }

  /** In what the path differs, in words, at most four; empty when it fits. */
  List<String> reasons(PathPattern pattern) {
    List<String> reasons = new ArrayList<>();
    List<String> there = pattern.segmentTexts();
    Middle middle = middle(pattern, true);
    int end = middle.begin() + middle.paired();
    for (int i = middle.begin(); i < end && reasons.size() < MOST_REASONS - 2; i++) {
      SegmentPattern segment = pattern.segments().get(i);
      if (!fits(segment, path.get(i), true)) {
        reasons.add(differing(i, segment, there.get(i)));
      }
    }
    if (middle.there() > middle.asked()) {
      int last = middle.begin() + middle.there();
      reasons.add(
          segments(end, last)
              + (last - end == 1 ? " is" : " are")
              + " missing, the route has "
              + quoted(end, last, there));
    } else if (middle.asked() > middle.there()) {
      int last = middle.begin() + middle.asked();
      reasons.add(
          segments(end, last)
              + ", "
              + quoted(end, last, path)
              + (last - end == 1 ? ", is" : ", are")
              + " too many");
    }
    if (isSlashWrong(pattern)) {
      reasons.add(
          (slash ? "a trailing slash too many" : "a trailing slash is missing")
              + " ('trailingSlash: ignore' in homeport.yaml makes it fit)");
    }
    return reasons;
  }

  private String differing(int at, SegmentPattern segment, String there) {
    String asked = path.get(at);
    boolean caseOnly = segment instanceof Literal literal && literal.text().equalsIgnoreCase(asked);
    return "segment "
        + (at + 1)
        + " is "
        + quoted(asked)
        + ", the route has "
        + quoted(there)
        + (caseOnly ? ": they differ in case only" : "");
  }

  /** {@code segment 2}; {@code segments 1 to 2}. */
  private static String segments(int from, int to) {
    return to - from == 1 ? "segment " + to : "segments " + (from + 1) + " to " + to;
  }

  /** {@code 'api/v1'}. */
  private static String quoted(int from, int to, List<String> texts) {
    int shown = Math.min(to, from + LONGEST_SHOWN);
    return quoted(String.join("/", texts.subList(from, shown)));
  }

  private static String quoted(String text) {
    return "'" + VisibleText.of(text, LONGEST_SHOWN) + "'";
  }
}
