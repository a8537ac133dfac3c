package dev.homeport.engine.verify;

import java.util.BitSet;

/** Ids of entries: a bit each. Confined to one thread, or guarded by its owner. */
final class IdSet {

  /** The id of the first bit. */
  private long begin;

  private BitSet bits = new BitSet();
  private long forgotten;

  /** An empty one for ids from {@code begin} on; lower ones are not taken. */
  IdSet(long begin) {
    this.begin = begin;
  }

  IdSet copy() {
    IdSet copy = new IdSet(begin);
    copy.bits = (BitSet) bits.clone();
    copy.forgotten = forgotten;
    return copy;
  }

  void add(long id) {
    if (id >= begin && id - begin < Integer.MAX_VALUE) {
      bits.set((int) (id - begin));
    }
  }

  void addAll(IdSet other) {
    if (begin == other.begin) {
      bits.or(other.bits);
      return;
    }
    for (int i = other.bits.nextSetBit(0); i >= 0; i = other.bits.nextSetBit(i + 1)) {
      add(other.begin + i);
    }
  }

  boolean contains(long id) {
    return id >= begin && bits.get((int) (id - begin));
  }

  /** How many ids were added, forgotten ones included. */
  long size() {
    return forgotten + bits.cardinality();
  }

  /** How many of the ids that were forgotten had been added. */
  long forgotten() {
    return forgotten;
  }

  /** Lets go of ids that nobody will ask for any more, but for their number. */
  void forgetBelow(long id) {
    if (id <= begin) {
      return;
    }
    int gone = (int) Math.min(id - begin, bits.length());
    forgotten += bits.get(0, gone).cardinality();
    bits = bits.get(gone, Math.max(gone, bits.length()));
    begin = id;
  }

  /** The newest ids, at most so many, the newest first. */
  long[] newest(int most) {
    long[] ids = new long[Math.min(most, bits.cardinality())];
    int at = bits.length() - 1;
    for (int i = 0; i < ids.length; i++) {
      ids[i] = begin + at;
      at = bits.previousSetBit(at - 1);
    }
    return ids;
  }
}
