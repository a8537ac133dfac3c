package dev.homeport.engine.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The Authorization header (RFC 9110, 11.6.2); the scheme is case-insensitive.
 *
 * @param scheme in lower case
 * @param user of Basic (RFC 7617), else null
 * @param password of Basic, else null
 * @param token what follows the scheme, of Bearer (RFC 6750) and all other schemes; null for
 *     well-formed Basic
 */
public record Authorization(
    String scheme, @Nullable String user, @Nullable String password, @Nullable String token) {

  /** Takes a field value apart; one that is not understood becomes a scheme with a token. */
  public static Authorization parse(String value) {
    String text = value.strip();
    int space = text.indexOf(' ');
    String scheme = (space < 0 ? text : text.substring(0, space)).toLowerCase(Locale.ROOT);
    String token = space < 0 ? "" : text.substring(space + 1).strip();
    if (scheme.equals("basic")) {
      String pair = decoded(token);
      int colon = pair == null ? -1 : pair.indexOf(':');
      if (pair != null && colon >= 0) {
        return new Authorization(scheme, pair.substring(0, colon), pair.substring(colon + 1), null);
      }
    }
    return new Authorization(scheme, null, null, token);
  }

  private static @Nullable String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
