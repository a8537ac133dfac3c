package dev.homeport.engine.answer;

import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.HttpUrl;
import dev.homeport.engine.http.Request;

/**
 * A request that was forwarded, and what the other server answered. Immutable.
 *
 * @param request as the client sent it, its body whole
 * @param url that was asked
 * @param headers of the answer as they came, but for those of the connection
 * @param body as it came, with its content coding, transfer codings undone; do not change it
 * @param isWhole whether this is all of the body: false when the answer broke off, the client left,
 *     or it is larger than is kept
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public record ForwardedExchange(
    Request request,
    HttpUrl url,
    int status,
    String reason,
    Headers headers,
    byte[] body,
    boolean isWhole) {}
