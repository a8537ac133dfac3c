package dev.homeport.definition.load;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides when to look at a folder and when to reload it. Where the system tells of changes, they
 * are the sign, and a look every two seconds is for what it may have missed; everywhere else, and
 * wherever it has missed one, a look four times a second finds them. Takes one step at a time, by
 * an injected clock; confined to one thread.
 */
final class Lookout {

  /** What tells of changes. */
  interface Ears {

    /** Listens to these folders from now on, and to no others. */
    void listenTo(Set<Path> folders);

    /** Whether it is likely to hear of every change in them. */
    boolean hearsAll();
  }

  private static final long OFTEN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long SELDOM_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** Looking takes at most this part of the time. */
  private static final int MOST_OF_TIME = 40;

  private final LiveMocks mocks;
  private final Ears ears;
  private final LongSupplier nanos;
  private final Debounce debounce = new Debounce();
  private @Nullable Looks last;
  private long lookAt;
  private long lookTook;
  private boolean isAnnounced;
  private boolean hasMissed;

  /** Looks at folders that were read already. */
  Lookout(LiveMocks mocks, Ears ears, LongSupplier nanos) {
    this.mocks = mocks;
    this.ears = ears;
    this.nanos = nanos;
    this.lookAt = nanos.getAsLong();
  }

  /**
   * Looks and reloads if it is time to.
   *
   * @param isHeard whether the ears heard of a change since the last step
   * @return nanoseconds until the next step, unless something is heard before
   */
  long step(boolean isHeard) {
    long now = nanos.getAsLong();
    if (last == null) {
      ears.listenTo(mocks.folders());
    }
    if (isHeard) {
      isAnnounced = true;
      debounce.changed(now);
    }
    if (now - lookAt >= 0) {
      look(now);
    }
    if (debounce.isDue(now)) {
      reload(now);
    }
    long next = debounce.isWaiting() ? Math.min(lookAt, debounce.dueAt()) : lookAt;
    return Math.max(0, next - nanos.getAsLong());
  }

  private void look(long now) {
    Looks seen = mocks.seen();
    Looks glance = seen.again();
    lookTook = nanos.getAsLong() - now;
    boolean isNew = last == null || !glance.isSame(last);
    if (isNew && !glance.isSame(seen)) {
      debounce.changed(now);
    }
    last = glance;
    lookAt = now + (debounce.isWaiting() ? Debounce.QUIET_NANOS : interval());
  }

  private void reload(long now) {
    Reload reload = mocks.reloadPatiently();
    hasMissed |= !isAnnounced && !reload.isEmpty();
    isAnnounced &= mocks.isInDoubt();
    ears.listenTo(mocks.folders());
    if (mocks.isInDoubt()) {
      debounce.changed(now);
    }
    // What came before the ears listened to a new folder.
    lookAt = now + (reload.isEmpty() ? interval() : Debounce.QUIET_NANOS);
  }

  private long interval() {
    long least = ears.hearsAll() && !hasMissed ? SELDOM_NANOS : OFTEN_NANOS;
    return Math.max(least, lookTook * MOST_OF_TIME);
  }
}
