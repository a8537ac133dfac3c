package dev.homeport.engine.http;

/**
 * A number that tells most paths of targets apart, so that those which are kept can be looked for
 * without being read.
 */
public final class PathHash {

  /**
   * Of a path that may be spelled in another way: with escapes or dot segments; or that does not
   * begin with a slash.
   */
  public static final int NOT_PLAIN = 0;

  /** Of plain paths that would have the number that says they are not. */
  private static final int INSTEAD = 1;

  private PathHash() {}

  /**
   * Of a target up to its query: equal for equal paths, and {@link #NOT_PLAIN} only for those that
   * are not plain.
   */
  public static int of(String target) {
    int hash = 0;
    char before = 0;
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c == '?') {
        break;
      }
      if (c == '%' || (c == '.' && before == '/')) {
        return NOT_PLAIN;
      }
      hash = 31 * hash + c;
      before = c;
    }
    if (!target.startsWith("/")) {
      return NOT_PLAIN;
    }
    return hash == NOT_PLAIN ? INSTEAD : hash;
  }
}
