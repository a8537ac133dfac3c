package dev.homeport.engine.http;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One part of a multipart/form-data body (RFC 7578).
 *
 * @param name the field's name
 * @param filename as sent, or null for a plain field
 * @param mediaType its Content-Type without parameters in lower case; {@code text/plain} when none
 *     was sent
 * @param content the raw bytes; not copied, do not change them
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public record Part(String name, @Nullable String filename, String mediaType, byte[] content) {

  /** The content as UTF-8 text. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  /** Bytes of the content. */
  public int size() {
    return content.length;
  }
}
