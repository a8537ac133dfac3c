package dev.homeport.engine.http;

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
    throw new AssertionError("skeleton");
  }
}
