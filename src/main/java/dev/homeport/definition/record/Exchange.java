package dev.homeport.definition.record;

import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Request;

/**
 * A request that was forwarded, and what came back.
 *
 * @param request as the client sent it to us
 * @param status of the response
 * @param headers of the response as they came
 * @param body of the response after transfer decoding, content codings and all; never changed
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public record Exchange(Request request, int status, Headers headers, byte[] body) {}
