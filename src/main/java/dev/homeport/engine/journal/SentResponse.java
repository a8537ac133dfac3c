package dev.homeport.engine.journal;

import dev.homeport.engine.http.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A response as it leaves: what the wire makes of a reply.
 *
 * @param status 0 when there is none: a fault may send no head
 * @param reason the reason phrase
 * @param headers all fields but {@code Connection}, which belongs to the connection
 * @param body its bytes; empty when it has none, or when it is read from a file while it is sent
 * @param length bytes of the body, of a file too; -1 when it is made while it is sent
 * @param fault the word of the fault that befalls it, or null
 * @param isKept whether the bytes are there anyway, for every answer of a response
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public record SentResponse(
    int status,
    String reason,
    Headers headers,
    byte[] body,
    long length,
    @Nullable String fault,
    boolean isKept) {

  /** A response without a fault, with bytes of its own. */
  public SentResponse(int status, String reason, Headers headers, byte[] body, long length) {
    this(status, reason, headers, body, length, null, false);
  }

  /** Nothing can be sent: the request never became complete. */
  public static SentResponse none() {
    return new SentResponse(0, "", Headers.none(), new byte[0], 0);
  }
}
