package dev.homeport.server.socket;

import dev.homeport.engine.journal.Entry;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Learns what becomes of a message that was sent to some clients, and tells its entry when it is
 * known of all. Safe for any number of threads.
 */
public final class Receipt {

  private final Entry entry;
  private final Consumer<Entry> ended;
  private final AtomicInteger open;
  private final AtomicBoolean isLost = new AtomicBoolean();

  /**
   * A receipt for so many clients; with none it has ended already.
   *
   * @param ended hears of the entry once
   */
  Receipt(Entry entry, int clients, Consumer<Entry> ended) {
    this.entry = entry;
    this.ended = ended;
    this.open = new AtomicInteger(clients);
    if (clients == 0) {
      end();
    }
  }

  /** One of the clients has been handed all of it. */
  public void handedOver() {
    if (open.decrementAndGet() == 0) {
      end();
    }
  }

  /** One of them will never have all of it. */
  public void lost() {
    isLost.set(true);
    handedOver();
  }

  private void end() {
    long now = System.nanoTime();
    if (isLost.get()) {
      entry.aborted(now);
    } else {
      entry.answered(now);
    }
    ended.accept(entry);
  }
}
