package dev.homeport.engine.verify;

import dev.homeport.engine.http.PathSegments;
import dev.homeport.engine.route.PathPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path pattern on raw targets. Most targets are judged by comparing characters; only what has
 * escapes or dot segments, and what begins as the pattern does, is decoded. Immutable.
 */
final class PathFilter {

  private final PathPattern pattern;
  private final boolean ignoreTrailingSlash;

  /** How every target that fits begins, unless something in it is escaped. */
  private final String beginning;

  /** Whether the pattern is its beginning and nothing else. */
  private final boolean isLiteral;

  PathFilter(PathPattern pattern, boolean ignoreTrailingSlash) {
    this.pattern = pattern;
    this.ignoreTrailingSlash = ignoreTrailingSlash;
    String text = pattern.toString();
    String begins = beginning(text);
    boolean slash = begins.length() > 1 && begins.endsWith("/");
    this.beginning =
        ignoreTrailingSlash && slash ? begins.substring(0, begins.length() - 1) : begins;
    this.isLiteral = begins.equals(text) && !ignoreTrailingSlash;
  }

  /** The text up to the first segment with a variable or an escape in it. */
  private static String beginning(String text) {
    int end = text.length();
    for (char special : new char[] {'{', '%'}) {
      int at = text.indexOf(special);
      end = at < 0 ? end : Math.min(end, text.lastIndexOf('/', at) + 1);
    }
    return text.substring(0, end);
  }

  boolean matches(String target) {
    if (target.startsWith(beginning)) {
      if (!isLiteral) {
        return values(target) != null;
      }
      int length = beginning.length();
      if (target.length() == length || target.charAt(length) == '?') {
        return true;
      }
    }
    return mayBeSpelledOtherwise(target) && values(target) != null;
  }

  private static boolean mayBeSpelledOtherwise(String target) {
    return target.indexOf('%') >= 0 || target.contains("/.");
  }

  /** The values of the variables when a target fits, else null. */
  @Nullable List<String> values(String target) {
    return values(pattern, target, ignoreTrailingSlash);
  }

  static @Nullable List<String> values(
      PathPattern pattern, String target, boolean ignoreTrailingSlash) {
    if (!target.startsWith("/")) {
      return null; // a form that names no path
    }
    int query = target.indexOf('?');
    try {
      List<String> path = PathSegments.parse(query < 0 ? target : target.substring(0, query));
      return pattern.match(path, ignoreTrailingSlash);
    } catch (IllegalArgumentException e) {
      return null; // a bad escape fits nothing
    }
  }
}
