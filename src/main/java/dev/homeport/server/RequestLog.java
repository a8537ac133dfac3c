package dev.homeport.server;

import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.OutboundResult;
import dev.homeport.server.wire.UnreadableHead;

/**
 * Hears of every request, on I/O and worker threads: it must not block, and must be safe for any
 * number of threads.
 */
public interface RequestLog {

  /** Its response has been sent, or its client has gone. */
  void ended(Entry entry);

  /** What came of a request that followed its response; not heard unless somebody wants to. */
  default void calledBack(Entry entry, OutboundResult result) {}

  /** It could not be read, so that there is no entry for it. */
  void unreadable(UnreadableHead head);

  /** Hears of nothing. */
  static RequestLog none() {
    return new RequestLog() {
      @Override
      public void ended(Entry entry) {}

      @Override
      public void unreadable(UnreadableHead head) {}
    };
  }
}
