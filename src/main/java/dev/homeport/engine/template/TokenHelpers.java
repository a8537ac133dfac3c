package dev.homeport.engine.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.diagnostic.Suggestion;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.json.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * JSON Web Tokens (RFC 7519).
 *
 * <ul>
 *   <li>{@code {{jwt vars.claims secret='s3cret'}}} → {@code
 *       eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.…}, HS256 by default, also HS384 and HS512
 *   <li>{@code {{lookup (jwtClaims auth.token) 'sub'}}} → {@code ada}; the signature is not
 *       checked, null for what is no token
 * </ul>
 */
final class TokenHelpers {

  /** An algorithm of RFC 7518, section 3.1. */
  private record Algorithm(String name, Digest digest) {

    static Algorithm of(@Nullable Object value) throws SyntaxException {
      String name = Values.text(value);
      return switch (name) {
        case "HS256" -> new Algorithm(name, Digest.SHA_256);
        case "HS384" -> new Algorithm(name, Digest.SHA_384);
        case "HS512" -> new Algorithm(name, Digest.SHA_512);
        case "RS256" ->
            throw new SyntaxException("alg 'RS256' is not available yet", "write alg='HS256'");
        default ->
            throw new SyntaxException(
                "unknown alg '" + name + "'",
                Suggestion.didYouMean(name, List.of("HS256", "HS384", "HS512")));
      };
    }

    String header() {
      return "{\"alg\":\"" + name + "\",\"typ\":\"JWT\"}";
    }
  }

  private TokenHelpers() {}

  static List<Helper> all() {
    return List.of(
        Helper.of("jwt", 1, 1, "jwt vars.claims secret='…'", TokenHelpers::jwt)
            .withKeys("secret", "alg")
            .withRequired("secret"),
        Helper.one("jwtClaims", "jwtClaims auth.token", TokenHelpers::claims));
  }

  private static Expression jwt(Arguments arguments) throws SyntaxException {
    Function<Scope, Algorithm> algorithm = arguments.prepared("alg", "HS256", Algorithm::of);
    Expression claims = arguments.at(0);
    Expression secret = arguments.key("secret", "");
    return scope -> {
      Object content = claims.value(scope);
      Algorithm signed = algorithm.apply(scope);
      String payload = content instanceof String text ? text : Json.write(content);
      String unsigned = part(signed.header()) + "." + part(payload);
      byte[] key = Values.text(secret.value(scope)).getBytes(UTF_8);
      byte[] signature = signed.digest().sign(unsigned.getBytes(UTF_8), key);
      return unsigned + "." + Encoding.BASE64URL.encode(signature);
    };
  }

  private static String part(String json) {
    return Encoding.BASE64URL.encode(json.getBytes(UTF_8));
  }

  private static @Nullable Object claims(@Nullable Object value) {
    String token = Values.text(value).strip();
    if (token.regionMatches(true, 0, "Bearer ", 0, 7)) {
      token = token.substring(7).strip();
    }
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    if (first < 0 || second < 0) {
      return null;
    }
    byte[] payload = EncodingHelpers.decoded(token.substring(first + 1, second));
    JsonNode claims = payload == null ? null : Json.parse(payload);
    return claims != null && claims.isObject() ? (Map<?, ?>) Json.toJava(claims) : null;
  }
}
