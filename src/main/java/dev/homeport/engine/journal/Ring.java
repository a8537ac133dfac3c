package dev.homeport.engine.journal;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a journal in slots that are used again. One thread at a time writes, which its
 * owner sees to; any number read meanwhile without a lock: they go from the newest entry down and
 * stop where a slot holds another one than it should, for then that one and all before it are gone.
 */
final class Ring {

  private static final int SMALLEST = 16;

  private final AtomicReferenceArray<@Nullable Entry> slots;

  /** What each slot holds costs; so that the oldest entry need not be fetched to be dropped. */
  private final int[] sizes;

  /** Ids up to this one came before the journal was cleared. */
  private final long base;

  /** The newest id; set after its slot. */
  private final AtomicLong last;

  /** The oldest id that is held; {@code last + 1} when none is. Set before its slot is emptied. */
  private final AtomicLong oldest;

  /** Of what is held. */
  private final AtomicLong bytes;

  /** How many of all requests no route answered; for the thread that writes. */
  private long unmatched;

  private Ring(int slots, long base, long last, long oldest, long bytes, long unmatched) {
    this.slots = new AtomicReferenceArray<>(slots);
    this.sizes = new int[slots];
    this.base = base;
    this.last = new AtomicLong(last);
    this.oldest = new AtomicLong(oldest);
    this.bytes = new AtomicLong(bytes);
    this.unmatched = unmatched;
  }

  /** An empty one without slots, in which the first id is the one after {@code base}. */
  static Ring startingAfter(long base) {
    return new Ring(0, base, base, base + 1, 0, 0);
  }

  long last() {
    return last.get();
  }

  long bytes() {
    return bytes.get();
  }

  /** How many entries are held, as the thread that writes sees it. */
  long size() {
    return last.getPlain() - oldest.getPlain() + 1;
  }

  Extent extent() {
    long first = oldest.get();
    return new Extent(Math.max(0, last.get() - first + 1), bytes.get(), first, first - base - 1);
  }

  boolean hasRoom() {
    return size() < slots.length();
  }

  /** The same entries with twice the slots: a power of two. */
  Ring grown() {
    int room = Math.max(SMALLEST, slots.length() * 2);
    Ring larger = new Ring(room, base, last.get(), oldest.get(), bytes.get(), unmatched);
    for (long id = oldest.get(); id <= last.get(); id++) {
      larger.slots.setPlain(larger.slot(id), slots.getPlain(slot(id)));
      larger.sizes[larger.slot(id)] = sizes[slot(id)];
    }
    return larger;
  }

  /** Gives the next entry its number, puts it into a free slot and lets it be seen. */
  void put(Entry entry) {
    long id = last.getPlain() + 1;
    entry.number(id, unmatched);
    if (entry.unmatched() != null) {
      unmatched++;
    }
    int slot = slot(id);
    int size = entry.bytes();
    sizes[slot] = size;
    bytes.setRelease(bytes.getPlain() + size);
    slots.setRelease(slot, entry);
    last.set(id);
  }

  /** Counts more for an entry, if it is still held. */
  void grow(Entry entry, int more) {
    entry.addBytes(more);
    if (entry.equals(entry(entry.id()))) {
      int slot = slot(entry.id());
      int size = entry.bytes();
      bytes.setRelease(bytes.getPlain() + size - sizes[slot]);
      sizes[slot] = size;
    }
  }

  /** Lets go of the oldest entry, of which there must be one. */
  void dropOldest() {
    long id = oldest.getPlain();
    int slot = slot(id);
    bytes.setRelease(bytes.getPlain() - sizes[slot]);
    oldest.setRelease(id + 1);
    slots.setRelease(slot, null);
  }

  /** The entry, or null when it is not held. */
  @Nullable Entry entry(long id) {
    if (id <= base || id > last.get()) {
      return null;
    }
    Entry entry = slots.getAcquire(slot(id));
    return entry != null && entry.id() == id ? entry : null;
  }

  View viewAfter(long known) {
    long from = Math.max(known, base);
    while (true) {
      long newest = last.get();
      if (newest <= from) {
        return new View(base + 1, newest, 0, List.of());
      }
      int room = (int) Math.min(newest - from, slots.length());
      Entry[] found = new Entry[room];
      int begin = fill(found, newest);
      if (begin < room) {
        List<Entry> entries = Collections.unmodifiableList(Arrays.asList(found));
        long missed = newest - from - (room - begin);
        return new View(base + 1, newest, missed, entries.subList(begin, room));
      }
      // The newest is never dropped; so there is a newer one by now.
    }
  }

  /**
   * Fills an array from its end with the entries down from the newest; returns where they begin. A
   * slot is used again only after the oldest id has been counted up: what is not older now was in
   * its slot, and need not be fetched to be asked for its number.
   */
  private int fill(Entry[] found, long newest) {
    for (int i = 0; i < found.length; i++) {
      found[found.length - 1 - i] = slots.getAcquire(slot(newest - i));
    }
    int begin = (int) Math.min(found.length, Math.max(0, oldest.get() - newest - 1 + found.length));
    while (begin > 0) {
      Entry entry = found[begin - 1];
      if (entry == null || entry.id() != newest - (found.length - begin)) {
        return begin;
      }
      begin--;
    }
    return begin;
  }

  private int slot(long id) {
    return (int) id & (slots.length() - 1);
  }
}
