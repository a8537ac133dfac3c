package dev.homeport.server.outbound;

import java.time.Duration;

/**
 * What a call to another server may take.
 *
 * @param connect until there is a connection, looking the host up included
 * @param answer from then on until the head of the answer has come
 * @param idle how long a connection without a call is kept; shorter than other servers keep theirs,
 *     so that none is used at the moment in which it is closed
 * @param idleConnections how many of them to one server, for each I/O thread
 */
public record OutboundLimits(
    Duration connect, Duration answer, Duration idle, int idleConnections) {

  /** 10 seconds, 60 seconds; 8 connections for 4 seconds. */
  public static final OutboundLimits DEFAULT =
      new OutboundLimits(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(4), 8);
}
