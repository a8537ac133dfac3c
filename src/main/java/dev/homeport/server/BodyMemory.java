package dev.homeport.server;

import dev.homeport.server.socket.MessageMemory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds the request bodies and messages that are in memory at the same time. Safe for any number
 * of threads.
 */
final class BodyMemory implements MessageMemory {

  private final long mostBytes;
  private final AtomicLong used = new AtomicLong();

  BodyMemory(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** Takes so many bytes more; false, and nothing taken, when they are not there. */
  @Override
  public boolean tryTake(long bytes) {
    if (used.addAndGet(bytes) <= mostBytes) {
      return true;
    }
    used.addAndGet(-bytes);
    return false;
  }

  @Override
  public void giveBack(long bytes) {
    used.addAndGet(-bytes);
  }
}
