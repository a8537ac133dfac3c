package dev.homeport.server.wire;

import dev.homeport.engine.answer.Pace;

/** When the pieces of one body leave, by its pace. Confined to the steps of one exchange. */
final class Timetable {

  /**
   * What is late by more was held up by the client: the rest is put off, so that it does not come
   * at once.
   */
  private static final long MOST_LATE_NANOS = 500_000_000;

  private final Pace pace;
  private final long length;
  private long sent;
  private long begin;

  /**
   * @param length of the body in bytes
   */
  Timetable(Pace pace, long length) {
    this.pace = pace;
    this.length = length;
  }

  /** How long the next piece waits, rounded up; 0 when it is its time, or nothing is left. */
  long millisToNext(long nanoTime) {
    if (sent == 0) {
      begin = nanoTime;
    }
    if (sent == length) {
      return 0;
    }
    long wait = begin - nanoTime + pace.due(sent, length).toNanos();
    if (wait < -MOST_LATE_NANOS) {
      begin -= wait;
    }
    return wait <= 0 ? 0 : (wait + 999_999) / 1_000_000;
  }

  /** The most bytes that may leave now; 0 when nothing is left. */
  long bytesOfNext() {
    return sent == length ? 0 : pace.end(sent, length) - sent;
  }

  void sent(int bytes) {
    sent += bytes;
  }
}
