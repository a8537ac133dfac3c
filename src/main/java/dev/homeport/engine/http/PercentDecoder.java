package dev.homeport.engine.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    byte[] bytes = bytes(raw);
    String text = bytes == null ? null : strict(bytes);
    if (text == null) {
      throw new IllegalArgumentException("'" + raw + "' has a bad percent-escape");
    }
    return text;
  }

  /**
   * Decodes a name or value of a form or query, in which {@code +} is a space. A bad escape stays
   * as it is, bytes that are not UTF-8 become U+FFFD (URL Standard,
   * "application/x-www-form-urlencoded parsing"): a query is data, and never a reason to refuse a
   * request.
   *
   * <p>{@code 100%+of+%7E} → {@code 100% of ~}
   */
  static String form(String raw) {
    if (raw.indexOf('%') < 0) {
      return raw.indexOf('+') < 0 ? raw : raw.replace('+', ' ');
    }
    byte[] source = raw.replace('+', ' ').getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < source.length; i++) {
      int escaped = escaped(source, i);
      source[length++] = escaped < 0 ? source[i] : (byte) escaped;
      i += escaped < 0 ? 0 : 2;
    }
    return new String(source, 0, length, StandardCharsets.UTF_8);
  }

  /** The bytes that are meant, or null when there is a bad escape. */
  private static byte @Nullable [] bytes(String raw) {
    byte[] source = raw.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < source.length; i++) {
      byte b = source[i];
      if (b == '%') {
        int escaped = escaped(source, i);
        if (escaped < 0) {
          return null;
        }
        b = (byte) escaped;
        i += 2;
      }
      source[length++] = b;
    }
    return Arrays.copyOf(source, length);
  }

  /** The byte that an escape at an index stands for, or -1 when there is none. */
  private static int escaped(byte[] source, int at) {
    if (source[at] != '%' || at + 2 >= source.length) {
      return -1;
    }
    int high = Character.digit((char) source[at + 1], 16);
    int low = Character.digit((char) source[at + 2], 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
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
