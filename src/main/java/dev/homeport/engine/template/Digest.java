package dev.homeport.engine.template;

import dev.homeport.diagnostic.Suggestion;
import dev.homeport.diagnostic.SyntaxException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Algorithms of {@code hash}, {@code hmac} and {@code jwt}. */
enum Digest {
  MD5("md5", "MD5", "HmacMD5"),
  SHA_1("sha-1", "SHA-1", "HmacSHA1"),
  SHA_256("sha-256", "SHA-256", "HmacSHA256"),
  SHA_384("sha-384", "SHA-384", "HmacSHA384"),
  SHA_512("sha-512", "SHA-512", "HmacSHA512");

  private final String word;
  private final String digestName;
  private final String macName;

  Digest(String word, String digestName, String macName) {
    this.word = word;
    this.digestName = digestName;
    this.macName = macName;
  }

  /** {@code sha-256}, also {@code SHA256}. */
  static Digest of(@Nullable Object value) throws SyntaxException {
    String name = Values.text(value).toLowerCase(Locale.ROOT).replace("-", "");
    for (Digest digest : values()) {
      if (digest.word.replace("-", "").equals(name)) {
        return digest;
      }
    }
    List<String> words = Arrays.stream(values()).map(digest -> digest.word).toList();
    throw new SyntaxException(
        "unknown algorithm '" + Values.text(value) + "'",
        Suggestion.didYouMean(Values.text(value), words));
  }

  byte[] hash(byte[] content) {
    try {
      return MessageDigest.getInstance(digestName).digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no " + digestName, e);
    }
  }

  /**
   * The signature of a content (RFC 2104).
   *
   * @throws IllegalArgumentException when the key is empty
   */
  byte[] sign(byte[] content, byte[] key) {
    if (key.length == 0) {
      throw new IllegalArgumentException("the key to sign with is empty");
    }
    try {
      Mac mac = Mac.getInstance(macName);
      mac.init(new SecretKeySpec(key, macName));
      return mac.doFinal(content);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("this Java has no " + macName, e);
    }
  }
}
