package dev.homeport.engine.answer;

import dev.homeport.engine.http.Headers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complete response, ready for the wire.
 *
 * @param status 200 to 599, or 101 when the connection becomes a WebSocket
 * @param reason the reason phrase, or null for the usual one
 * @param headers in the author's order and case, Content-Type included; without Content-Length and
 *     Date, which the wire adds
 * @param body what to send; HEAD, 204, 205 and 304 are the wire's business
 * @param delay before the first byte; zero for none
 * @param pace of the body, or null for as fast as it goes
 * @param fault that comes instead of it or in its midst, or null for none
 */
public record Reply(
    int status,
    @Nullable String reason,
    Headers headers,
    Body body,
    Duration delay,
    @Nullable Pace pace,
    @Nullable Fault fault)
    implements Answer {

  /** A reply that leaves whole and as fast as it goes. */
  public Reply(int status, @Nullable String reason, Headers headers, Body body, Duration delay) {
    this(status, reason, headers, body, delay, null, null);
  }

  /** Whether a status and headers leave; not before a fault that sends nothing of a response. */
  public boolean sendsHead() {
    return fault == null || fault instanceof Fault.Cut || fault instanceof Fault.MalformedChunk;
  }

  /** The same reply, which is kept for every answer. */
  Reply kept() {
    return body instanceof Body.Bytes bytes
        ? new Reply(
            status, reason, headers, new Body.Bytes(bytes.content(), true), delay, pace, fault)
        : this;
  }

  /** The same reply after another delay. */
  public Reply after(Duration other) {
    return new Reply(status, reason, headers, body, other, pace, fault);
  }

  /** The same reply with more fields, before those of the author. */
  public Reply withFirst(List<Headers.Field> fields) {
    List<Headers.Field> all = new ArrayList<>(fields);
    all.addAll(headers.fields());
    return new Reply(status, reason, Headers.of(all), body, delay, pace, fault);
  }

  /** The same reply with another fault. */
  public Reply with(Fault other) {
    return new Reply(status, reason, headers, body, delay, pace, other);
  }
}
