package dev.homeport.engine.journal;

import dev.homeport.engine.http.Request;

/**
 * A request that was answered, about to be written down. Lives no longer than that: the journal
 * takes out what it keeps.
 *
 * @param response what is going to be sent
 */
public record Exchange(Request request, Arrival arrival, Outcome outcome, SentResponse response) {}
