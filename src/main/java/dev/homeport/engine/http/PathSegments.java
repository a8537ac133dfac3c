package dev.homeport.engine.http;

import java.util.List;

/**
 * A raw path as segments: split on the raw {@code /}, each segment decoded once, dot segments
 * resolved (RFC 3986).
 */
public final class PathSegments {

  private PathSegments() {}

  /**
   * {@code /a%2Fb/c} → {@code [a/b, c]}, {@code /a/} → {@code [a, ""]}, {@code /} → {@code [""]},
   * {@code /a/%2e%2e/b} → {@code [b]}. Empty segments are kept; {@code +}, {@code ;} and {@code \}
   * are ordinary characters.
   *
   * @param rawPath begins with a slash
   * @throws IllegalArgumentException for a bad escape or bytes that are not UTF-8, with the place
   *     in the text
   */
  public static List<String> parse(String rawPath) {
    throw new AssertionError("skeleton");
  }
}
