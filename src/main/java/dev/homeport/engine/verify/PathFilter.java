package dev.homeport.engine.verify;

import dev.homeport.engine.http.PathHash;
import dev.homeport.engine.http.PathSegments;
import dev.homeport.engine.http.WrittenHead;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.route.PathPattern;
import dev.homeport.engine.route.PlainPaths;
import dev.homeport.engine.route.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path pattern on raw targets. Most are judged by a number or by comparing characters where they
 * are kept; only paths with escapes or dot segments are taken apart and decoded. Immutable.
 */
final class PathFilter {

  private final PathPattern pattern;
  private final boolean ignoreTrailingSlash;
  private final PlainPaths plain;

  /** Whether there is one plain path that fits, but for a slash at its end. */
  private final boolean isLiteral;

  /** Of the path that fits when there is but one. */
  private final int hash;

  /** Of the same with a slash at its end, or without, where that fits, too. */
  private final int otherHash;

  PathFilter(PathPattern pattern, boolean ignoreTrailingSlash) {
    this.pattern = pattern;
    this.ignoreTrailingSlash = ignoreTrailingSlash;
    this.plain = new PlainPaths(pattern, ignoreTrailingSlash);
    String text = pattern.toString();
    this.isLiteral = text.indexOf('{') < 0 && PathHash.of(text) != PathHash.NOT_PLAIN;
    this.hash = PathHash.of(text);
    this.otherHash = ignoreTrailingSlash ? PathHash.of(otherwiseEnded(text)) : hash;
  }

  private static String otherwiseEnded(String path) {
    return path.length() > 1 && path.endsWith("/")
        ? path.substring(0, path.length() - 1)
        : path + "/";
  }

  boolean matches(Entry entry) {
    int found = entry.pathHash();
    if (found == PathHash.NOT_PLAIN) {
      return values(pattern, entry.target(), ignoreTrailingSlash) != null;
    }
    if (isLiteral && found != hash && found != otherHash) {
      return false;
    }
    if (wasFound(entry)) {
      return true;
    }
    String head = entry.head();
    return plain.fit(head, WrittenHead.pathLength(head));
  }

  /** Whether the very same path has found the route, so that the target need not be fetched. */
  private boolean wasFound(Entry entry) {
    Route route = entry.route();
    return route != null && route.pattern().shape().equals(pattern.shape());
  }

  /** The values of the variables when a target fits, else null. */
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
