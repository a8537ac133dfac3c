package dev.homeport.engine.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.diagnostic.SyntaxException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Encodings and hashes of texts, taken as UTF-8.
 *
 * <ul>
 *   <li>{@code {{base64 'ada'}}} → {@code YWRh}; {@code {{base64 'YWRh' decode=true}}} → {@code
 *       ada}, null for what is no Base64
 *   <li>{@code {{urlEncode 'a b/c'}}} → {@code a%20b%2Fc} (RFC 3986, 2.1)
 *   <li>{@code {{hash 'ada' alg='md5'}}} → {@code 8c8d357b5e872bbacd45197626bd5759}; sha-256 and
 *       hex by default, also {@code encoding='base64'} and {@code 'base64url'}
 *   <li>{@code {{hmac body key='s3cret'}}} → 64 hexadecimal digits
 * </ul>
 */
final class EncodingHelpers {

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private EncodingHelpers() {}

  static List<Helper> all() {
    return List.of(
        Helper.of("base64", 1, 1, "base64 body", EncodingHelpers::base64).withKeys("decode"),
        Helper.one("urlEncode", "urlEncode query.q", v -> urlEncode(Values.text(v))),
        Helper.of("hash", 1, 1, "hash body alg='sha-256'", EncodingHelpers::hash)
            .withKeys("alg", "encoding"),
        Helper.of("hmac", 1, 1, "hmac body key='…'", EncodingHelpers::hmac)
            .withKeys("key", "alg", "encoding")
            .withRequired("key"));
  }

  private static Expression base64(Arguments arguments) {
    Expression value = arguments.at(0);
    Expression decode = arguments.key("decode", false);
    return scope -> {
      String text = Values.text(value.value(scope));
      if (Values.truthy(decode.value(scope))) {
        byte[] bytes = decoded(text);
        return bytes == null ? null : new String(bytes, UTF_8);
      }
      return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    };
  }

  /** The bytes of Base64 in either alphabet, with or without padding; null for all else. */
  static byte @Nullable [] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text.strip().replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String urlEncode(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      if (b > 0 && UNRESERVED.indexOf(b) >= 0) {
        out.append((char) b);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return out.toString();
  }

  private static Expression hash(Arguments arguments) throws SyntaxException {
    Expression value = arguments.at(0);
    Function<Scope, Digest> digest = arguments.prepared("alg", "sha-256", Digest::of);
    Function<Scope, Encoding> encoding = arguments.prepared("encoding", "hex", Encoding::of);
    return scope ->
        encoding
            .apply(scope)
            .encode(digest.apply(scope).hash(Values.text(value.value(scope)).getBytes(UTF_8)));
  }

  private static Expression hmac(Arguments arguments) throws SyntaxException {
    Expression value = arguments.at(0);
    Expression key = arguments.key("key", "");
    Function<Scope, Digest> digest = arguments.prepared("alg", "sha-256", Digest::of);
    Function<Scope, Encoding> encoding = arguments.prepared("encoding", "hex", Encoding::of);
    return scope -> {
      byte[] content = Values.text(value.value(scope)).getBytes(UTF_8);
      byte[] secret = Values.text(key.value(scope)).getBytes(UTF_8);
      return encoding.apply(scope).encode(digest.apply(scope).sign(content, secret));
    };
  }
}
