package dev.homeport.engine.answer;

import org.jspecify.annotations.Nullable;

/** What may stand in a header field (RFC 9110, 5.1 and 5.5) and in a cookie (RFC 6265, 4.1.1). */
public final class HeaderText {

  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  private HeaderText() {}

  /** Whether a text is a token: letters, digits and a few marks. */
  public static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean alphanumeric = c < 128 && Character.isLetterOrDigit(c);
      if (!alphanumeric && TOKEN_MARKS.indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** What keeps a text from being a field value, in words; null when it is one. */
  public static @Nullable String fault(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\r' || c == '\n') {
        return "a line break cannot stand in a header";
      }
      if ((c < ' ' && c != '\t') || c == 127) {
        return "a control character cannot stand in a header";
      }
      if (c > 255) {
        return "only characters of ISO 8859-1 can stand in a header";
      }
    }
    return null;
  }

  /**
   * What keeps a text from being the value or an attribute of a cookie, in words; null when it is
   * one.
   */
  public static @Nullable String cookieFault(String value) {
    return value.indexOf(';') >= 0 ? "a ';' cannot stand in a cookie" : fault(value);
  }
}
