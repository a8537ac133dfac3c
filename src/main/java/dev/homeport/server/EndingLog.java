package dev.homeport.server;

import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.OutboundResult;
import dev.homeport.server.wire.UnreadableHead;

/**
 * A log that also tells somebody else that a response has ended.
 *
 * @param then quick, never throws
 */
record EndingLog(RequestLog log, Runnable then) implements RequestLog {

  @Override
  public void ended(Entry entry) {
    log.ended(entry);
    then.run();
  }

  @Override
  public void calledBack(Entry entry, OutboundResult result) {
    log.calledBack(entry, result);
  }

  @Override
  public void unreadable(UnreadableHead head) {
    log.unreadable(head);
  }
}
