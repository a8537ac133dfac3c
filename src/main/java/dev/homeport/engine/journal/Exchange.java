package dev.homeport.engine.journal;

import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Request;
import java.time.Instant;

/**
 * A request that was answered, about to be written down. Lives no longer than that: the journal
 * takes out what it keeps.
 *
 * @param received when the request was complete, for people
 * @param startNanos the same on the clock that {@link Entry#answered} is told the end by ({@link
 *     System#nanoTime})
 * @param reply what is going to be sent
 */
public record Exchange(
    Request request, Instant received, long startNanos, Outcome outcome, Reply reply) {}
