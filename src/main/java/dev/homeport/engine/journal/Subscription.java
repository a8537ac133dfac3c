package dev.homeport.engine.journal;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Every request since the subscription began, in order. It holds nothing of its own: it knows how
 * far it has read in the journal, so that a slow subscriber costs no memory, and loses what the
 * journal drops before it was read. Safe for any number of threads.
 */
public final class Subscription implements AutoCloseable {

  private final Journal journal;
  private final int most;
  private final Runnable wake;
  private final Watchers watchers;
  private final Runnable watcher = this::arrived;

  /** Whether the subscriber found nothing and waits to be woken. */
  private final AtomicBoolean asleep = new AtomicBoolean();

  /** Guarded by this. */
  private long seen;

  /** Guarded by this. */
  private long lost;

  Subscription(Journal journal, long seen, int most, Runnable wake, Watchers watchers) {
    if (most < 1) {
      throw new IllegalArgumentException("a subscription for " + most + " requests");
    }
    this.journal = journal;
    this.seen = seen;
    this.most = most;
    this.wake = wake;
    this.watchers = watchers;
    watchers.add(watcher);
  }

  /**
   * What came since the last time, oldest first. When that is nothing, {@code wake} is run once as
   * soon as something comes; until then it is not.
   */
  public synchronized List<Entry> next() {
    List<Entry> news = read();
    if (!news.isEmpty()) {
      return news;
    }
    asleep.set(true);
    List<Entry> late = read();
    if (!late.isEmpty()) {
      asleep.set(false);
    }
    return late;
  }

  private List<Entry> read() {
    View view = journal.viewAfter(seen);
    seen = Math.max(seen, view.last());
    int tooMany = Math.max(0, view.entries().size() - most);
    lost += view.missed() + tooMany;
    return view.entries().subList(tooMany, view.entries().size());
  }

  /** How many requests it did not get because it was slow; cleared ones do not count. */
  public synchronized long lost() {
    return lost;
  }

  private void arrived() {
    if (asleep.get() && asleep.compareAndSet(true, false)) {
      wake.run();
    }
  }

  /** Ends it; {@code wake} is not run any more, except where that has begun. */
  @Override
  public void close() {
    watchers.remove(watcher);
    asleep.set(false);
  }
}
