package dev.homeport.engine.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * An RSA key of 2048 bits that signs tokens as RS256 (RFC 7518, section 3.3). Immutable, safe for
 * any number of threads.
 */
public final class SigningKey {

  private static final int BITS = 2048;

  private final PrivateKey secret;
  private final Map<String, String> published;

  private SigningKey(PrivateKey secret, Map<String, String> published) {
    this.secret = secret;
    this.published = published;
  }

  /**
   * Makes a key, which takes a part of a second.
   *
   * @param seed makes the key repeat, for whoever must read a token again after a restart; such a
   *     key protects nothing
   */
  public static SigningKey make(OptionalLong seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS, seed.isEmpty() ? new SecureRandom() : seeded(seed.getAsLong()));
      KeyPair pair = generator.generateKeyPair();
      return new SigningKey(pair.getPrivate(), published((RSAPublicKey) pair.getPublic()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java makes no RSA keys", e);
    }
  }

  /** Of all sources only this one repeats, when it gets its seed before anything is drawn. */
  private static SecureRandom seeded(long seed) throws GeneralSecurityException {
    SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
    random.setSeed(seed);
    return random;
  }

  private static Map<String, String> published(RSAPublicKey key) {
    String exponent = unsigned(key.getPublicExponent());
    String modulus = unsigned(key.getModulus());
    Map<String, String> members = new LinkedHashMap<>();
    members.put("kty", "RSA");
    members.put("use", "sig");
    members.put("alg", "RS256");
    members.put("kid", thumbprint(exponent, modulus));
    members.put("n", modulus);
    members.put("e", exponent);
    return Collections.unmodifiableMap(members);
  }

  /** RFC 7638, section 3. */
  private static String thumbprint(String exponent, String modulus) {
    String required = "{\"e\":\"" + exponent + "\",\"kty\":\"RSA\",\"n\":\"" + modulus + "\"}";
    return Encoding.BASE64URL.encode(Digest.SHA_256.hash(required.getBytes(UTF_8)));
  }

  /** RFC 7518, section 2: big-endian, without the byte that Java puts before for the sign. */
  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
    return Encoding.BASE64URL.encode(Arrays.copyOfRange(bytes, from, bytes.length));
  }

  /** What a token names it by. */
  String id() {
    return published.getOrDefault("kid", "");
  }

  /** The signature of a content: RSASSA-PKCS1-v1_5 with SHA-256. */
  byte[] sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(secret);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot sign with RSA", e);
    }
  }

  /** The public half as a JSON Web Key Set (RFC 7517, section 5). */
  Map<String, List<Map<String, String>>> publicSet() {
    return Map.of("keys", List.of(published));
  }
}
