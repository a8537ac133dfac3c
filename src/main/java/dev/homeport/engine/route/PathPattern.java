package dev.homeport.engine.route;

import dev.homeport.diagnostic.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The path of a route, compiled. Immutable, safe to share.
 *
 * <p>Which of two patterns that both fit a path is more specific is a fixed order: the kinds of
 * segments from the left, then more literal characters, then fewer variables, then the text.
 *
 * <ul>
 *   <li>{@code /users/me} before {@code /users/{id}.json} before {@code /users/{id:[0-9]+}} before
 *       {@code /users/{id}} before {@code /users/{*rest}}
 *   <li>{@code /users/{id}/posts} before {@code /{kind}/7/posts}
 * </ul>
 */
public final class PathPattern implements Comparable<PathPattern> {

  /** Homeport's own: no route may have it, or a path below it. */
  public static final String RESERVED = "/__homeport";

  private final String text;
  private final List<SegmentPattern> segments;
  private final List<String> variables;
  private final int literalCharacters;
  private final long[] letters;
  private final boolean hasRest;
  private final boolean hasTrailingSlash;
  private final String shape;

  PathPattern(String text, List<SegmentPattern> segments, List<String> variables) {
    this.text = text;
    this.segments = List.copyOf(segments);
    this.variables = List.copyOf(variables);
    this.letters = new long[segments.size()];
    int literals = 0;
    StringBuilder shapes = new StringBuilder(text.length());
    for (int i = 0; i < letters.length; i++) {
      SegmentPattern segment = segments.get(i);
      letters[i] = letters(segment);
      literals += segment.literalCharacters();
      shapes.append('/').append(segment.shape());
    }
    this.literalCharacters = literals;
    this.shape = shapes.toString();
    int last = segments.size() - 1;
    this.hasRest = segments.get(last) instanceof SegmentPattern.Rest;
    this.hasTrailingSlash =
        last > 0
            && segments.get(last) instanceof SegmentPattern.Literal literal
            && literal.text().isEmpty();
  }

  /**
   * Compiles a path as it stands in a route's key.
   *
   * @throws SyntaxException saying what is wrong and where: no slash at the beginning, a query
   *     string, unbalanced braces, a variable without a name or used twice, a rest that is not at
   *     the end, a bad regular expression
   */
  public static PathPattern parse(String text) throws SyntaxException {
    return new PathPatternParser(text).parse();
  }

  /** Whether a path is Homeport's own. */
  public static boolean isReserved(String text) {
    return text.equals(RESERVED) || text.startsWith(RESERVED + "/");
  }

  /** The names of the variables, from the left. */
  public List<String> variables() {
    return variables;
  }

  List<SegmentPattern> segments() {
    return segments;
  }

  int literalCharacters() {
    return literalCharacters;
  }

  /** What {@link Letters} knows of a literal segment. */
  long letters(int segment) {
    return letters[segment];
  }

  private static long letters(SegmentPattern segment) {
    return segment instanceof SegmentPattern.Literal literal ? Letters.of(literal.text()) : 0;
  }

  boolean hasRest() {
    return hasRest;
  }

  boolean hasTrailingSlash() {
    return hasTrailingSlash;
  }

  /** How many segments it has before a rest, or a trailing slash. */
  int lengthWithoutEnd() {
    return hasRest || hasTrailingSlash ? segments.size() - 1 : segments.size();
  }

  /** The segments as written: {@code /users/{id:[0-9]+}} → {@code users}, {@code {id:[0-9]+}}. */
  List<String> segmentTexts() {
    List<String> texts = new ArrayList<>();
    int depth = 0;
    int start = 1;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      } else if (c == '\\' && depth > 0) {
        i++;
      } else if (c == '/' && depth == 0) {
        texts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    texts.add(text.substring(start));
    return texts;
  }

  /**
   * The values of the variables in their order when the pattern fits a path, else null; judges as
   * the tree of {@link RouteIndex} does.
   *
   * @param path decoded ({@link dev.homeport.engine.http.PathSegments#parse})
   * @param ignoreTrailingSlash whether {@code /a} and {@code /a/} are one
   */
  public @Nullable List<String> match(List<String> path, boolean ignoreTrailingSlash) {
    if (ignoreTrailingSlash) {
      int last = path.size() - 1;
      boolean trailing = last > 0 && path.get(last).isEmpty();
      return withoutTrailingSlash().match(trailing ? path.subList(0, last) : path, 0);
    }
    return match(path, 1);
  }

  /**
   * As above.
   *
   * @param shortestRest how many segments a rest takes at least
   */
  private @Nullable List<String> match(List<String> path, int shortestRest) {
    List<String> values = new ArrayList<>(variables.size());
    for (int i = 0; i < segments.size(); i++) {
      SegmentPattern segment = segments.get(i);
      if (segment instanceof SegmentPattern.Rest) {
        boolean enough = path.size() - i >= shortestRest;
        values.add(String.join("/", path.subList(i, path.size())));
        return enough ? values : null;
      }
      List<String> captured = i < path.size() ? segment.captured(path.get(i)) : null;
      if (captured == null) {
        return null;
      }
      values.addAll(captured);
    }
    return path.size() == segments.size() ? values : null;
  }

  /** The path without the names of its variables: routes of one method must differ in it. */
  public String shape() {
    return shape;
  }

  /** The same path without an empty last segment, for servers that ignore a trailing slash. */
  public PathPattern withoutTrailingSlash() {
    return hasTrailingSlash
        ? new PathPattern(text, segments.subList(0, segments.size() - 1), variables)
        : this;
  }

  /** The more specific first. */
  @Override
  public int compareTo(PathPattern other) {
    int shared = Math.min(segments.size(), other.segments.size());
    for (int i = 0; i < shared; i++) {
      int byRank = Integer.compare(segments.get(i).rank(), other.segments.get(i).rank());
      if (byRank != 0) {
        return byRank;
      }
    }
    if (segments.size() != other.segments.size()) {
      // Never fit one path; but only with an order between them is the order of all others one.
      return Integer.compare(segments.size(), other.segments.size());
    }
    if (literalCharacters != other.literalCharacters) {
      return Integer.compare(other.literalCharacters, literalCharacters);
    }
    if (variables.size() != other.variables.size()) {
      return Integer.compare(variables.size(), other.variables.size());
    }
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PathPattern that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The path as written. */
  @Override
  public String toString() {
    return text;
  }
}
