package dev.homeport.definition.record;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what must not lie in a file that is shared, by the names that it has, or because it is a
 * JWT, and puts {@link #PLACEHOLDER} in its place. Immutable.
 *
 * @param kept whether they are left as they are, because the user said so
 */
record Secrets(boolean kept) {

  /** What stands in the place of a secret. */
  static final String PLACEHOLDER = "REDACTED";

  private static final Pattern MARKS = Pattern.compile("[-_. ]");

  private static final Pattern WHOLE =
      Pattern.compile("pass|passwd|pwd|passphrase|jwt|authorization|credentials?|otp|pin|cvv|cvc");

  private static final Pattern ENDING =
      Pattern.compile(".*(password|secret|token|apikey|privatekey|accesskey|sessionid)");

  /** They end as secrets do, and are none: what leads to the next page. */
  private static final Pattern NO_SECRET =
      Pattern.compile(".*(page|next|prev|continuation|cursor|sync|max).*");

  /** A token that tells by itself that it is one (RFC 7519). */
  private static final Pattern JWT =
      Pattern.compile("eyJ[A-Za-z0-9_-]+\\.eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

  private static final Pattern PARAMETER = Pattern.compile("([?&#;])([^=&#;]+)=([^&#;]*)");

  /** Whether a member, field, parameter or header of this name holds a secret. */
  boolean isSecret(String name) {
    if (kept) {
      return false;
    }
    String plain = MARKS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    return WHOLE.matcher(plain).matches()
        || (ENDING.matcher(plain).matches() && !NO_SECRET.matcher(plain).matches());
  }

  /** A value of a header, its secret replaced when its name says that it is one. */
  String ofHeader(String name, String value) {
    return isSecret(name) && !value.isEmpty() ? PLACEHOLDER : value;
  }

  /** A URL: {@code /back?token=abc&page=2} → {@code /back?token=REDACTED&page=2}. */
  String inUrl(String url) {
    Matcher parameter = PARAMETER.matcher(url);
    return parameter.replaceAll(
        found -> {
          boolean secret = isSecret(found.group(2)) && !found.group(3).isEmpty();
          String whole =
              secret ? found.group(1) + found.group(2) + "=" + PLACEHOLDER : found.group();
          return Matcher.quoteReplacement(whole);
        });
  }

  /** The value of a cookie; an empty one, which takes the cookie away, stays. */
  String ofCookie(String value) {
    return kept || value.isEmpty() ? value : PLACEHOLDER;
  }

  /**
   * JSON text, every other character as it is: {@code {"token": "abc", "n": 1.0}} → {@code
   * {"token": "REDACTED", "n": 1.0}}. Only texts are replaced.
   *
   * @param json well-formed
   */
  String inJson(String json) {
    if (kept) {
      return json;
    }
    StringBuilder out = new StringBuilder(json.length());
    String name = null;
    int at = 0;
    while (at < json.length()) {
      char c = json.charAt(at);
      if (c != '"') {
        name = ",{[".indexOf(c) >= 0 ? null : name;
        out.append(c);
        at++;
        continue;
      }
      int end = endOfText(json, at);
      String content = json.substring(at + 1, end);
      boolean isName = isFollowedByColon(json, end + 1);
      boolean isNamedSo = name != null && isSecret(name) && !content.isEmpty();
      boolean isSecret = !isName && (isNamedSo || JWT.matcher(content).matches());
      out.append('"').append(isSecret ? PLACEHOLDER : content).append('"');
      name = isName ? content : null;
      at = end + 1;
    }
    return out.toString();
  }

  private static int endOfText(String json, int quote) {
    int at = quote + 1;
    while (json.charAt(at) != '"') {
      at += json.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }

  private static boolean isFollowedByColon(String json, int from) {
    int at = from;
    while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
      at++;
    }
    return at < json.length() && json.charAt(at) == ':';
  }
}
