package dev.homeport.engine.journal;

import java.time.Duration;
import java.util.Optional;

/**
 * The requests that came, oldest first, and how each was answered. Safe for any number of threads:
 * what {@link #add} returned is seen by everybody who looks afterwards.
 *
 * <p>It is bounded; the oldest go first, and how many went is known, so that nobody has to guess.
 */
public interface Journal {

  /**
   * Writes a request down and gives it the next id: 1, 2, 3, … without a gap. To be called before
   * the response leaves. Takes no lock that a reader holds.
   */
  Entry add(Exchange exchange);

  /** Keeps what has come of a response's body once it has ended, as much as is kept of any. */
  void keepBody(Entry entry, byte[] body);

  /** Keeps what came of a call that followed the response. */
  void addCallback(Entry entry, OutboundResult result);

  /** Everything that is held. */
  default View view() {
    return viewAfter(0);
  }

  /**
   * What is held of the requests after one.
   *
   * @param id of the last request that is already known; 0 for none
   */
  View viewAfter(long id);

  /** The request of this id; empty when it was dropped, cleared, or has not come yet. */
  Optional<Entry> entry(long id);

  /** How much is held and was dropped since the start or the last {@link #clear}. */
  Extent extent();

  /**
   * Forgets everything. Of the requests that come at the same time each is forgotten or kept; those
   * that are added after it returned are kept. Ids go on ascending.
   */
  void clear();

  /**
   * Waits until a request comes, without polling.
   *
   * @param id of the last request that is already known
   * @param timeout zero or less to look once
   * @return whether there is a newer one
   * @throws InterruptedException when the thread is interrupted before one came
   */
  boolean awaitMore(long id, Duration timeout) throws InterruptedException;

  /**
   * Tells somebody of every request from now on.
   *
   * @param most how many requests may wait for the subscriber, at least 1; beyond that the oldest
   *     are lost to it
   * @param wake see {@link Subscription#next}; run by the thread that adds, so it must be quick and
   *     must not throw
   */
  Subscription subscribe(int most, Runnable wake);
}
