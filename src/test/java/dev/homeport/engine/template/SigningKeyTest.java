package dev.homeport.engine.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

  private static final byte[] CONTENT = "header.payload".getBytes(UTF_8);

  private final SigningKey key = SigningKey.make(OptionalLong.of(7));

  @Test
  void whatItSignsIsVerifiedWithWhatItPublishes() throws Exception {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(published(key));
    signature.update(CONTENT);

    assertThat(signature.verify(key.sign(CONTENT))).isTrue();
  }

  @Test
  void publishesNothingElse() {
    assertThat(members(key)).containsOnlyKeys("kty", "use", "alg", "kid", "n", "e");
    assertThat(members(key)).containsEntry("kid", key.id()).containsEntry("e", "AQAB");
    assertThat(number(members(key), "n").bitLength()).isEqualTo(2048);
  }

  @Test
  void repeatsWithTheSameSeedOnly() {
    SigningKey again = SigningKey.make(OptionalLong.of(7));

    assertThat(again.sign(CONTENT)).isEqualTo(key.sign(CONTENT));
    assertThat(again.publicSet()).isEqualTo(key.publicSet());
    assertThat(SigningKey.make(OptionalLong.of(8)).id()).isNotEqualTo(key.id());
    assertThat(SigningKey.make(OptionalLong.empty()).id())
        .isNotEqualTo(SigningKey.make(OptionalLong.empty()).id());
  }

  private static PublicKey published(SigningKey key) throws Exception {
    Map<String, String> members = members(key);
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(number(members, "n"), number(members, "e")));
  }

  private static Map<String, String> members(SigningKey key) {
    return key.publicSet().getOrDefault("keys", List.of()).get(0);
  }

  private static BigInteger number(Map<String, String> members, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(members.getOrDefault(name, "")));
  }
}
