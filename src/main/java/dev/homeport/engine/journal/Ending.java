package dev.homeport.engine.journal;

/** What became of a response. */
public enum Ending {
  /** It is being sent, or waits for its delay. */
  PENDING,
  /** All of it was handed to the client's connection. */
  ANSWERED,
  /** The client left before, or the connection broke, by a fault of the mock, too. */
  ABORTED
}
