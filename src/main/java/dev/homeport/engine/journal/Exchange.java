package dev.homeport.engine.journal;

import dev.homeport.engine.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * A request that was answered, about to be written down. Lives no longer than that: the journal
 * takes out what it keeps.
 *
 * @param response what is going to be sent
 * @param forwarded which other server was asked for it, or null
 */
public record Exchange(
    Request request,
    Arrival arrival,
    Outcome outcome,
    SentResponse response,
    @Nullable OutboundResult forwarded) {

  /** A request that no other server was asked about. */
  public Exchange(Request request, Arrival arrival, Outcome outcome, SentResponse response) {
    this(request, arrival, outcome, response, null);
  }
}
