package dev.homeport.server.wire;

import dev.homeport.engine.answer.Sending;
import dev.homeport.server.socket.Receipt;

/** A stream that is being sent, into which others may say something. */
public interface OpenStream {

  /** Puts a message between its items; never waits. On any thread. */
  void insert(Sending message, Receipt receipt);

  /** Tells when it is sent no more. To be called once, before it is sent. */
  void onClose(Runnable told);
}
