package dev.homeport.server.socket;

/** Memory for messages that are still coming. Safe for any number of threads. */
public interface MessageMemory {

  /** Takes so many bytes more; false, and nothing taken, when they are not there. */
  boolean tryTake(long bytes);

  void giveBack(long bytes);
}
