package dev.homeport.server.wire;

import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reply as it goes out: conditional requests and ranges are decided. Immutable.
 *
 * @param reason the reason phrase, or null for the usual one
 * @param headers without the framing, and what else the wire adds
 * @param body in the order in which it is sent; empty where there is none
 */
record Delivery(int status, @Nullable String reason, Headers headers, List<Segment> body) {

  private static final String[] FRAMING = {"Content-Length", "Transfer-Encoding"};
  private static final String[] OF_BODY = {
    "Content-Type", "Content-Encoding", "Content-Language", "Content-Range"
  };
  private static final byte[] NOTHING = new byte[0];

  /** Bytes of the body; {@link Segment#UNKNOWN} of one that is made while it is sent. */
  long length() {
    long length = 0;
    for (int i = 0; i < body.size(); i++) {
      length += body.get(i).length();
    }
    return length;
  }

  static Delivery of(Request request, Reply reply) {
    if (reply.body() instanceof Body.Stored stored) {
      return StoredDelivery.of(request, reply, stored.content());
    }
    Headers fields = withoutFraming(reply.headers());
    if (isRead(request) && reply.status() == 200 && asksConditionally(request)) {
      Preconditions preconditions = validators(reply.headers());
      if (preconditions.areFresh(request.headers())) {
        return notModified(fields);
      }
    }
    List<Segment> body = hasNoBody(reply.status()) ? List.of() : List.of(segment(reply.body()));
    return new Delivery(reply.status(), reply.reason(), fields, body);
  }

  private static Segment segment(Body body) {
    if (body instanceof Body.Bytes bytes) {
      return new Segment.Bytes(bytes.content(), bytes.isKept());
    } else if (body instanceof Body.Streamed streamed) {
      return new Segment.Live(streamed.items());
    } else if (body instanceof Body.Forwarded) {
      // A fault comes before anybody is asked.
      return new Segment.Bytes(NOTHING);
    }
    throw new AssertionError(body);
  }

  /** Without what describes the body that is not sent (RFC 9110, 15.4.5). */
  static Delivery notModified(Headers fields) {
    return new Delivery(304, null, fields.without(OF_BODY), List.of());
  }

  static boolean isRead(Request request) {
    return request.method().equals("GET") || request.method().equals("HEAD");
  }

  /** RFC 9110, 15.3.5, 15.3.6, 15.4.5. */
  static boolean hasNoBody(int status) {
    return status == 204 || status == 205 || status == 304;
  }

  private static boolean asksConditionally(Request request) {
    Headers headers = request.headers();
    return headers.first("If-None-Match") != null || headers.first("If-Modified-Since") != null;
  }

  /** Those that the author wrote. */
  private static Preconditions validators(Headers reply) {
    String modified = reply.first("Last-Modified");
    return new Preconditions(
        reply.first("ETag"), modified == null ? null : HttpDate.parse(modified));
  }

  /** The framing is made from what is sent, so that it is never wrong. */
  static Headers withoutFraming(Headers headers) {
    return headers.without(FRAMING);
  }
}
