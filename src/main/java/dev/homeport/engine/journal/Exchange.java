package dev.homeport.engine.journal;

import dev.homeport.engine.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * A request or a message that was answered, about to be written down. Lives no longer than that:
 * the journal takes out what it keeps.
 *
 * @param response what is going to be sent
 * @param message what is known of a message of a WebSocket; null for a request
 */
public record Exchange(
    Request request,
    Arrival arrival,
    Outcome outcome,
    SentResponse response,
    @Nullable MessageNote message) {

  /** A request. */
  public Exchange(Request request, Arrival arrival, Outcome outcome, SentResponse response) {
    this(request, arrival, outcome, response, null);
  }
}
