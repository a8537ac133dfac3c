package dev.homeport.engine.http;

import java.util.function.UnaryOperator;

/**
 * The field {@code Link}: {@code <https://a.test/?page=2>; rel="next"} (RFC 8288, 3). Stateless.
 */
public final class LinkField {

  private LinkField() {}

  /**
   * The field with other targets.
   *
   * @param value as it came; what is no link in it stays as it is
   * @param change of each target, which stands between {@code <} and {@code >}
   */
  public static String withTargets(String value, UnaryOperator<String> change) {
    StringBuilder changed = new StringBuilder(value.length());
    boolean isQuoted = false;
    int at = 0;
    while (at < value.length()) {
      char c = value.charAt(at);
      int end = c == '<' && !isQuoted ? value.indexOf('>', at) : -1;
      if (end >= 0) {
        changed.append('<').append(change.apply(value.substring(at + 1, end))).append('>');
        at = end + 1;
        continue;
      }
      isQuoted ^= c == '"';
      changed.append(c);
      at++;
      if (c == '\\' && isQuoted && at < value.length()) {
        changed.append(value.charAt(at));
        at++;
      }
    }
    return changed.toString();
  }
}
