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

  /** 0 for the same; close to {@link #distance}, and cheap: no expression is tried. */
  int roughDistance(PathPattern pattern) {
    return distance(pattern, false);
  }

  /** 0 for the same path, without a limit. */
  int distance(PathPattern pattern) {
    return distance(pattern, true);
  }

  private int distance(PathPattern pattern, boolean exact) {
    int there = pattern.lengthWithoutEnd();
    int asked = asked(pattern);
    int begin = fittingAtBegin(pattern, exact);
    int end = fittingAtEnd(pattern, begin, exact);
    int distance = isSlashWrong(pattern) ? SLASH : 0;
    List<SegmentPattern> segments = pattern.segments();
    for (int i = 0; i < begin; i++) {
      distance += segments.get(i) instanceof Literal ? 0 : VARIABLE;
    }
    int paired = Math.min(asked, there) - end;
    for (int i = begin; i < paired; i++) {
      distance += distance(pattern, i, exact);
    }
    int odd = Math.abs(asked - there);
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

  /** How many segments of the request are compared: a rest takes all further ones. */
  private int asked(PathPattern pattern) {
    return pattern.hasRest() ? Math.min(path.size(), pattern.lengthWithoutEnd()) : path.size();
  }

  private int fittingAtBegin(PathPattern pattern, boolean exact) {
    int shorter = Math.min(asked(pattern), pattern.lengthWithoutEnd());
    int begin = 0;
    while (begin < shorter && fits(pattern.segments().get(begin), path.get(begin), exact)) {
      begin++;
    }
    return begin;
  }

  /** None when they are as many: then each has its partner anyway. */
  private int fittingAtEnd(PathPattern pattern, int begin, boolean exact) {
    int there = pattern.lengthWithoutEnd();
    int asked = asked(pattern);
    if (asked == there) {
      return 0;
    }
    List<SegmentPattern> segments = pattern.segments();
    int most = Math.min(asked, there) - begin;
    int end = 0;
    while (end < most && fits(segments.get(there - 1 - end), path.get(asked - 1 - end), exact)) {
      end++;
    }
    // A variable at the end fits anything, which tells nothing.
    return hasLiteral(segments, there - end, there) ? end : 0;
  }

  private static boolean hasLiteral(List<SegmentPattern> segments, int from, int to) {
    for (int i = from; i < to; i++) {
      if (segments.get(i) instanceof Literal) {
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
    int begin = fittingAtBegin(pattern, true);
    int end = fittingAtEnd(pattern, begin, true);
    int lastAsked = asked(pattern) - end;
    int lastThere = pattern.lengthWithoutEnd() - end;
    int paired = Math.min(lastAsked, lastThere);
    for (int i = begin; i < paired && reasons.size() < MOST_REASONS - 2; i++) {
      SegmentPattern segment = pattern.segments().get(i);
      if (!fits(segment, path.get(i), true)) {
        reasons.add(differing(i, segment, there.get(i)));
      }
    }
    if (lastThere > lastAsked) {
      reasons.add(
          segments(paired, lastThere)
              + (lastThere - paired == 1 ? " is" : " are")
              + " missing, the route has "
              + quoted(paired, lastThere, there));
    } else if (lastAsked > lastThere) {
      reasons.add(
          segments(paired, lastAsked)
              + ", "
              + quoted(paired, lastAsked, path)
              + (lastAsked - paired == 1 ? ", is" : ", are")
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
