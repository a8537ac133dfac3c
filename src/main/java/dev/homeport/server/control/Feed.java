package dev.homeport.server.control;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A body that is made piece by piece, each when the one before has been sent: a slow reader makes
 * it slow, and no memory fills. One thread at a time asks for pieces; the rest is safe for any
 * number of threads.
 */
public interface Feed extends AutoCloseable {

  /** The next piece, not empty; null when there is none now. Quick, for it runs on I/O threads. */
  byte @Nullable [] next();

  /** Whether there will be no piece any more, once {@link #next} had none. */
  boolean isEnded();

  /**
   * Tells whom to wake when there may be a piece again after {@link #next} had none. To be called
   * once, before the first piece.
   *
   * @param wake quick, never throws
   */
  void onMore(Runnable wake);

  /** After how long a silence {@link #heartbeat} is sent; zero for never. */
  Duration patience();

  /** What keeps a silent connection alive. */
  byte[] heartbeat();

  /** It is not sent any more. */
  @Override
  void close();
}
