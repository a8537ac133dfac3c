package dev.homeport.engine.template;

import dev.homeport.diagnostic.Suggestion;
import dev.homeport.diagnostic.SyntaxException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the bytes of a hash are written. */
enum Encoding {
  HEX,
  BASE64,
  BASE64URL;

  private static final List<String> NAMES = List.of("hex", "base64", "base64url");

  static Encoding of(@Nullable Object value) throws SyntaxException {
    String name = Values.text(value).toLowerCase(Locale.ROOT);
    if (!NAMES.contains(name)) {
      throw new SyntaxException(
          "unknown encoding '" + Values.text(value) + "'", Suggestion.didYouMean(name, NAMES));
    }
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  String encode(byte[] bytes) {
    return switch (this) {
      case HEX -> HexFormat.of().formatHex(bytes);
      case BASE64 -> Base64.getEncoder().encodeToString(bytes);
      case BASE64URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    };
  }
}
