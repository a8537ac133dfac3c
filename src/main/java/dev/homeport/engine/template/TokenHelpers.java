package dev.homeport.engine.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.diagnostic.Suggestion;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.json.Json;
import java.util.Arrays;
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
 *   <li>{@code {{jwt vars.claims alg='RS256'}}} → {@code eyJhbGciOiJSUzI1NiIs…}, signed with the
 *       key of the run, which the header names as {@code kid}
 *   <li>{@code {{jwks}}} → {@code {"keys":[{"kty":"RSA","use":"sig","alg":"RS256",…}]}}: the public
 *       half of that key
 *   <li>{@code {{lookup (jwtClaims auth.token) 'sub'}}} → {@code ada}; the signature is not
 *       checked, null for what is no token
 * </ul>
 */
final class TokenHelpers {

  /** An algorithm of RFC 7518, section 3.1. */
  private enum Algorithm {
    HS256(Digest.SHA_256),
    HS384(Digest.SHA_384),
    HS512(Digest.SHA_512),
    RS256(null);

    /** Of those that sign with a secret; null for the key of the run. */
    private final @Nullable Digest digest;

    Algorithm(@Nullable Digest digest) {
      this.digest = digest;
    }

    static Algorithm of(@Nullable Object value, boolean hasSecret) throws SyntaxException {
      Algorithm algorithm = named(Values.text(value));
      if (algorithm.digest == null && hasSecret) {
        throw new SyntaxException(
            "alg '" + algorithm + "' takes no secret, it signs with the key of the run",
            "leave out secret=…, or write alg='HS256'");
      }
      if (algorithm.digest != null && !hasSecret) {
        throw new SyntaxException(
            "alg '" + algorithm + "' needs secret=…",
            "write jwt vars.claims secret='…', or alg='RS256' for the key of the run");
      }
      return algorithm;
    }

    private static Algorithm named(String name) throws SyntaxException {
      for (Algorithm algorithm : values()) {
        if (algorithm.name().equals(name)) {
          return algorithm;
        }
      }
      throw new SyntaxException(
          "unknown alg '" + name + "'",
          Suggestion.didYouMean(name, Arrays.stream(values()).map(Algorithm::name).toList()));
    }

    String sign(String payload, String secret, Scope scope) {
      if (digest == null) {
        SigningKey key = scope.signingKey();
        String content =
            content("{\"alg\":\"RS256\",\"kid\":\"" + key.id() + "\",\"typ\":\"JWT\"}", payload);
        return signed(content, key.sign(content.getBytes(UTF_8)));
      }
      String content = content("{\"alg\":\"" + name() + "\",\"typ\":\"JWT\"}", payload);
      return signed(content, digest.sign(content.getBytes(UTF_8), secret.getBytes(UTF_8)));
    }

    private static String content(String header, String payload) {
      return part(header) + "." + part(payload);
    }

    private static String signed(String content, byte[] signature) {
      return content + "." + Encoding.BASE64URL.encode(signature);
    }
  }

  private TokenHelpers() {}

  static List<Helper> all() {
    return List.of(
        Helper.of("jwt", 1, 1, "jwt vars.claims secret='…'", TokenHelpers::jwt)
            .withKeys("secret", "alg"),
        Helper.of("jwks", 0, 0, "jwks", arguments -> scope -> scope.signingKey().publicSet()),
        Helper.one("jwtClaims", "jwtClaims auth.token", TokenHelpers::claims));
  }

  private static Expression jwt(Arguments arguments) throws SyntaxException {
    boolean hasSecret = arguments.has("secret");
    Function<Scope, Algorithm> algorithm =
        arguments.prepared("alg", "HS256", name -> Algorithm.of(name, hasSecret));
    Expression claims = arguments.at(0);
    Expression secret = arguments.key("secret", "");
    return scope -> {
      Object content = claims.value(scope);
      String payload = content instanceof String text ? text : Json.write(content);
      return algorithm.apply(scope).sign(payload, Values.text(secret.value(scope)), scope);
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
