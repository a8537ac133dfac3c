package dev.homeport.engine.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Undoes percent-encoding (RFC 3986, 2.1) into UTF-8 text. */
final class PercentDecoder {

  private PercentDecoder() {}

  /**
   * Decodes a path segment, in which {@code +} is a plus.
   *
   * @throws IllegalArgumentException for a bad escape or bytes that are not UTF-8
   */
  static String segment(String raw) {
    if (raw.indexOf('%') < 0) {
      return raw;
    }
    byte[] bytes = bytes(raw, false);
    String text = bytes == null ? null : strict(bytes);
    if (text == null) {
      throw new IllegalArgumentException("'" + raw + "' has a bad percent-escape");
    }
    return text;
  }

  /**
   * Decodes a name or value of a form or query, in which {@code +} is a space. What cannot be
   * decoded stays as it is: a query is data, and never a reason to refuse a request.
   */
  static String form(String raw) {
    if (raw.indexOf('%') < 0 && raw.indexOf('+') < 0) {
      return raw;
    }
    byte[] bytes = bytes(raw, true);
    String text = bytes == null ? null : strict(bytes);
    return text == null ? raw : text;
  }

  private static byte @Nullable [] bytes(String raw, boolean plusIsSpace) {
    byte[] source = raw.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < source.length; i++) {
      byte b = source[i];
      if (b == '%') {
        int high = i + 2 < source.length ? Character.digit((char) source[i + 1], 16) : -1;
        int low = i + 2 < source.length ? Character.digit((char) source[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          return null;
        }
        b = (byte) (high << 4 | low);
        i += 2;
      } else if (b == '+' && plusIsSpace) {
        b = ' ';
      }
      source[length++] = b;
    }
    return java.util.Arrays.copyOf(source, length);
  }

  private static @Nullable String strict(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
