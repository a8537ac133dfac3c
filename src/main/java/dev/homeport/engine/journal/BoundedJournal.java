package dev.homeport.engine.journal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * A journal in memory, bounded by entries and by bytes. Those who add follow each other through a
 * lock of their own, held for a few dozen nanoseconds; those who read take none. An empty one is a
 * few hundred bytes: room grows with what is in it. The oldest goes right after the newest has
 * come, so that for a moment there is one more than the bound allows, and never none.
 */
public final class BoundedJournal implements Journal {

  private final JournalLimits limits;
  private final LongSupplier nanoTime;
  private final Watchers watchers = new Watchers();

  /** Guards every change of the ring. */
  private final Object adding = new Object();

  private volatile Ring ring = Ring.startingAfter(0);

  /** No wait is longer; nanoseconds would overflow. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  /**
   * An empty journal.
   *
   * @param nanoTime what {@link #awaitMore} measures by: {@link System#nanoTime}
   */
  public BoundedJournal(JournalLimits limits, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
  }

  @Override
  public Entry add(Exchange exchange) {
    Entry entry = new Entry(exchange, limits.body());
    synchronized (adding) {
      Ring held = ring;
      if (!held.hasRoom()) {
        held = held.grown();
        ring = held;
      }
      held.put(entry);
      dropWhatIsTooMuch(held);
    }
    watchers.tell();
    return entry;
  }

  @Override
  public void keepBody(Entry entry, byte[] body) {
    synchronized (adding) {
      grow(entry, entry.keepBody(body, limits.body()));
    }
  }

  @Override
  public void addCallback(Entry entry, OutboundResult result) {
    synchronized (adding) {
      grow(entry, entry.addCallback(result));
    }
  }

  private void grow(Entry entry, int more) {
    Ring held = ring;
    held.grow(entry, more);
    dropWhatIsTooMuch(held);
  }

  private void dropWhatIsTooMuch(Ring held) {
    while (held.size() > 1 && isTooMuch(held)) {
      held.dropOldest();
    }
  }

  private boolean isTooMuch(Ring held) {
    return held.size() > limits.entries() || held.bytes() > limits.bytes();
  }

  @Override
  public View viewAfter(long id) {
    return ring.viewAfter(id);
  }

  @Override
  public Optional<Entry> entry(long id) {
    return Optional.ofNullable(ring.entry(id));
  }

  @Override
  public Extent extent() {
    return ring.extent();
  }

  @Override
  public void clear() {
    synchronized (adding) {
      ring = Ring.startingAfter(ring.last());
    }
  }

  @Override
  public boolean awaitMore(long id, Duration timeout) throws InterruptedException {
    if (ring.last() > id) {
      return true;
    }
    Thread waiting = Thread.currentThread();
    Runnable watcher = () -> LockSupport.unpark(waiting);
    Duration bounded = timeout.compareTo(LONGEST) < 0 ? timeout : LONGEST;
    long deadline = nanoTime.getAsLong() + (bounded.isNegative() ? 0 : bounded.toNanos());
    watchers.add(watcher);
    try {
      while (ring.last() <= id) {
        long left = deadline - nanoTime.getAsLong();
        if (left <= 0) {
          return false;
        }
        LockSupport.parkNanos(this, left);
        if (Thread.interrupted()) {
          throw new InterruptedException("waiting for a request after #" + id);
        }
      }
      return true;
    } finally {
      watchers.remove(watcher);
    }
  }

  @Override
  public Subscription subscribe(int most, Runnable wake) {
    return new Subscription(this, ring.last(), most, wake, watchers);
  }
}
