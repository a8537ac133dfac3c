package dev.homeport.server.socket;

import dev.homeport.engine.answer.Sending;

/** A client that is there to be told something. Safe for any number of threads. */
public interface Listener {

  /** The id of the request that opened its connection, in the journal. */
  long connection();

  /**
   * Hands a message over. Never waits: a client that does not take what it was sent before, and has
   * too much of it, loses its connection.
   *
   * @param receipt hears what becomes of it, from any thread
   */
  void tell(Sending message, Receipt receipt);
}
