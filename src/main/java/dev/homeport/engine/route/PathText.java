package dev.homeport.engine.route;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Spells the segment of a path as the key of a route has it. Stateless. */
public final class PathText {

  /** What stands in a path as it is; all else of ASCII means something there, or in YAML. */
  private static final String MARKS = "-._~!$&'()*+,;=:@|";

  private PathText() {}

  /**
   * A literal segment: {@code a b} → {@code a%20b}, {@code {x}} → {@code %7Bx%7D}.
   *
   * @param segment decoded
   */
  public static String of(String segment) {
    StringBuilder path = new StringBuilder();
    segment.codePoints().forEach(c -> append(c, path));
    return path.toString();
  }

  private static void append(int c, StringBuilder path) {
    boolean plain = Character.isLetterOrDigit(c) || MARKS.indexOf(c) >= 0;
    if (plain || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      path.appendCodePoint(c);
      return;
    }
    for (byte b : Character.toString(c).getBytes(UTF_8)) {
      path.append(String.format("%%%02X", b));
    }
  }
}
