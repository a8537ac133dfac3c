package dev.homeport.engine.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * Those who want to know of arrivals. Safe for any number of threads; telling nobody costs one
 * read, and telling takes no lock.
 *
 * <p>Who watches looks again after {@link #add}: an arrival before it may not have been told.
 */
final class Watchers {

  private static final Runnable[] NOBODY = {};

  /** Replaced, never changed; who replaces it is guarded by this. */
  private volatile Runnable[] all = NOBODY;

  void tell() {
    for (Runnable watcher : all) {
      watcher.run();
    }
  }

  synchronized void add(Runnable watcher) {
    List<Runnable> after = new ArrayList<>(List.of(all));
    after.add(watcher);
    all = after.toArray(NOBODY);
  }

  synchronized void remove(Runnable watcher) {
    List<Runnable> after = new ArrayList<>(List.of(all));
    after.removeIf(each -> each.equals(watcher));
    all = after.isEmpty() ? NOBODY : after.toArray(NOBODY);
  }
}
