package dev.homeport.engine.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.engine.http.MessageKind;
import java.time.Duration;
import java.util.Base64;

/**
 * A message to the clients of one path, rendered but unsent.
 *
 * @param path of a request, with escapes or without
 * @param delay after the answer was decided on
 * @param form what the content is
 * @param event the name that it has as a server-sent event, or empty
 * @param id likewise its id
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public record Sending(
    String path, Duration delay, Form form, byte[] content, String event, String id) {

  /** A message without what server-sent events have besides. */
  public static Sending now(String path, Form form, byte[] content) {
    return new Sending(path, Duration.ZERO, form, content, "", "");
  }

  /** What it is made of on a WebSocket. */
  public MessageKind kind() {
    return form == Form.BINARY ? MessageKind.BINARY : MessageKind.TEXT;
  }

  /** What the content of a message is. */
  public enum Form {
    TEXT,
    /** A JSON value on one line. */
    JSON,
    BINARY
  }

  /** As a stream of this form has it; bytes as base64. */
  public byte[] in(StreamBody.Form stream) {
    String text = form == Form.BINARY ? base64() : new String(content, UTF_8);
    if (stream == StreamBody.Form.EVENTS) {
      return StreamItem.Event.bytes(event, id, "", text);
    }
    return (form == Form.JSON ? text + "\n" : text).getBytes(UTF_8);
  }

  private String base64() {
    return Base64.getEncoder().encodeToString(content);
  }
}
