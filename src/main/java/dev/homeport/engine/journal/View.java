package dev.homeport.engine.journal;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * What a journal held at one moment, without a gap. Does not change when the journal does, except
 * for the endings of its entries.
 *
 * @param first the id of the first request since the journal was started or cleared, held or not
 * @param last the id of the newest request; {@code first - 1} when there was none
 * @param missed how many of the requests that were asked for had been dropped
 * @param entries oldest first, with ids that follow each other
 */
public record View(long first, long last, long missed, List<Entry> entries) {

  /** How many requests came since the journal was started or cleared, dropped ones included. */
  public long total() {
    return last - first + 1;
  }

  /** The id of the oldest entry; {@code last + 1} when there is none. */
  public long oldest() {
    return last - entries.size() + 1;
  }

  /** How many of the requests before the oldest entry no route had answered; 0 without an entry. */
  public long unmatchedBefore() {
    return entries.isEmpty() ? 0 : entries.get(0).unmatchedBefore();
  }

  /**
   * A page of the entries.
   *
   * @param id the page begins with the oldest entry after this one
   * @param most how many, 0 or more
   */
  public List<Entry> after(long id, int most) {
    if (entries.isEmpty()) {
      return entries;
    }
    long skipped = Math.max(0, id - entries.get(0).id() + 1);
    int from = (int) Math.min(skipped, entries.size());
    return entries.subList(from, from + Math.min(most, entries.size() - from));
  }

  /** The entries, newest first. */
  public List<Entry> newestFirst() {
    return new Reversed(entries);
  }

  private static final class Reversed extends AbstractList<Entry> implements RandomAccess {

    private final List<Entry> entries;

    Reversed(List<Entry> entries) {
      this.entries = entries;
    }

    @Override
    public Entry get(int index) {
      return entries.get(entries.size() - 1 - index);
    }

    @Override
    public int size() {
      return entries.size();
    }
  }
}
