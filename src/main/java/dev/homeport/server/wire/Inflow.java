package dev.homeport.server.wire;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A body that comes from another server while it is sent on. Confined to the I/O thread of the
 * connection that it is sent on to.
 */
public interface Inflow {

  /**
   * Takes what has come.
   *
   * @return how many bytes; 0 when none has come yet, -1 when that was all
   * @throws IOException when it breaks off; the message says why
   */
  int read(ByteBuffer into) throws IOException;

  /** Tells whom to call, once, when there may be more. */
  void whenReady(Runnable ready);

  /** It is not wanted any more; nothing happens when it has ended. */
  void close();
}
