package dev.homeport.server.control;

import dev.homeport.engine.http.ContentCoding;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.MediaType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A body as people and programs read it: as text where it is one, else as base64.
 *
 * @param text or base64
 * @param decoded whether a content coding was taken off
 * @param cut whether it is only the beginning
 */
record BodyContent(String text, boolean base64, boolean decoded, boolean cut) {

  /** Of a body that unpacks to more the packed bytes are shown. */
  private static final int MOST_DECODED = 4 << 20;

  /** Of a character of UTF-8; the last one of a body that was cut may be torn. */
  private static final int LONGEST_TAIL = 3;

  /**
   * What a journal kept of a body.
   *
   * @param headers that came with it
   */
  static BodyContent of(Headers headers, byte[] bytes, boolean cut) {
    byte[] content = cut ? null : decoded(headers, bytes);
    boolean decoded = content != null;
    byte[] shown = content == null ? bytes : content;
    String text = decoded || ContentCoding.of(headers).isEmpty() ? text(headers, shown, cut) : null;
    return text == null
        ? new BodyContent(Base64.getEncoder().encodeToString(shown), true, decoded, cut)
        : new BodyContent(text, false, decoded, cut);
  }

  private static byte @Nullable [] decoded(Headers headers, byte[] bytes) {
    List<String> codings = bytes.length == 0 ? List.of() : ContentCoding.of(headers);
    if (codings.isEmpty() || ContentCoding.unknown(codings) != null) {
      return null;
    }
    try {
      return ContentCoding.decode(bytes, codings, MOST_DECODED);
    } catch (IOException e) {
      return null;
    }
  }

  /** Null when it is none: bytes that the charset does not have, or NUL. */
  private static @Nullable String text(Headers headers, byte[] bytes, boolean cut) {
    String type = headers.first("Content-Type");
    CharsetDecoder decoder =
        (type == null ? StandardCharsets.UTF_8 : MediaType.parse(type).charset()).newDecoder();
    for (int torn = 0; torn <= (cut ? Math.min(LONGEST_TAIL, bytes.length) : 0); torn++) {
      String text = text(decoder.reset(), Arrays.copyOf(bytes, bytes.length - torn));
      if (text != null) {
        return text.indexOf('\0') < 0 ? text : null;
      }
    }
    return null;
  }

  private static @Nullable String text(CharsetDecoder decoder, byte[] bytes) {
    try {
      return decoder.decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(base64 ? "base64" : "text", text);
    json.put("decoded", decoded);
    json.put("cut", cut);
    return json;
  }
}
