package dev.homeport.engine.journal;

import dev.homeport.engine.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * A request or a message that was answered, about to be written down. Lives no longer than that:
 * the journal takes out what it keeps.
 *
 * @param response what is going to be sent
 * @param forwarded which other server was asked for it, or null
 * @param message what is known of a message of a WebSocket; null for a request
 */
public record Exchange(
    Request request,
    Arrival arrival,
    Outcome outcome,
    SentResponse response,
    @Nullable OutboundResult forwarded,
    @Nullable MessageNote message) {

  /** A request that no other server was asked about. */
  public Exchange(Request request, Arrival arrival, Outcome outcome, SentResponse response) {
    this(request, arrival, outcome, response, null, null);
  }
}
