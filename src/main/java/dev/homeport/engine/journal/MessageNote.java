package dev.homeport.engine.journal;

import dev.homeport.engine.http.MessageKind;

/**
 * What is known of a message beside what it says.
 *
 * @param kind of its frame
 * @param fromMock whether the mock sent it, not a client
 * @param connections the ids of the requests that opened the connections it came by, or went to;
 *     none when nobody was there
 */
@SuppressWarnings("ArrayRecordComponent") // ids are handed on, never compared
public record MessageNote(MessageKind kind, boolean fromMock, long[] connections) {

  /** A message that came. */
  public static MessageNote from(MessageKind kind, long connection) {
    return new MessageNote(kind, false, new long[] {connection});
  }

  /** Whether it came by this connection, or went to it. */
  public boolean isOf(long connection) {
    for (long each : connections) {
      if (each == connection) {
        return true;
      }
    }
    return false;
  }
}
