package dev.homeport.engine.journal;

import java.time.Instant;

/**
 * How a request reached the server.
 *
 * @param time when its head had come, for people
 * @param nanoTime the same on the clock that {@link Entry#answered} is told the end by ({@link
 *     System#nanoTime})
 * @param protocol {@code HTTP/1.1}
 * @param clientPort the port of the peer: the same for all requests of one connection
 */
public record Arrival(Instant time, long nanoTime, String protocol, int clientPort) {}
