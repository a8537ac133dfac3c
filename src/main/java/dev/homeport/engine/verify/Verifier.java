package dev.homeport.engine.verify;

import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Extent;
import dev.homeport.engine.journal.Journal;
import dev.homeport.engine.journal.Outcome;
import dev.homeport.engine.journal.View;
import dev.homeport.engine.verify.EntryCheck.Judgement;
import dev.homeport.engine.verify.Verdict.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Judges what is in a journal. Remembers which requests were verified, until the journal is
 * cleared: one verifier for each session that asks for {@link #noOtherRequests}. Safe for any
 * number of threads; what waits holds the thread that asked.
 *
 * <p>A verdict never guesses: what was dropped, or cut, might have been anything. What is certain
 * all the same, say that at least two came, passes.
 *
 * <p>A thread that is interrupted while it waits gets a verdict that says so, and stays
 * interrupted.
 */
public final class Verifier {

  private final Journal journal;
  private final LongSupplier nanoTime;
  private final boolean ignoreTrailingSlash;

  /** The journal's first id when this was begun. Guarded by this. */
  private long first;

  /** Guarded by this. */
  private IdSet verified;

  /**
   * A session in which nothing was verified yet.
   *
   * @param nanoTime what waiting is measured by: {@link System#nanoTime}
   * @param ignoreTrailingSlash whether {@code /a} and {@code /a/} are one, as for the routes
   */
  public Verifier(Journal journal, LongSupplier nanoTime, boolean ignoreTrailingSlash) {
    this.journal = journal;
    this.nanoTime = nanoTime;
    this.ignoreTrailingSlash = ignoreTrailingSlash;
    Extent extent = journal.extent();
    this.first = extent.first();
    this.verified = new IdSet(extent.oldest());
  }

  /**
   * The requests that fit a pattern, oldest first; those whose cut body leaves it open are not
   * among them.
   */
  public List<Entry> matching(RequestPattern pattern) {
    EntryCheck check = check(pattern);
    return journal.view().entries().stream()
        .filter(entry -> check.judge(entry) == Judgement.YES)
        .toList();
  }

  /** The variables of the path of the route that answered, decoded; empty when none did. */
  public Map<String, String> variables(Entry entry) {
    return check(RequestPattern.any()).variables(entry);
  }

  /** Judges how many requests fit a pattern, waiting as the count says. */
  public Verdict verify(RequestPattern pattern, Count count) {
    return judge(new CountCheck(journal, check(pattern), count), count.within());
  }

  /** Begins what {@link #verify} does, for those who wait without holding a thread. */
  public Judging begin(RequestPattern pattern, Count count) {
    return new Judging(this, new CountCheck(journal, check(pattern), count), count.within());
  }

  /**
   * Judges whether a request for each pattern came after that for the pattern before; others may
   * lie between.
   *
   * @param patterns at least one
   * @param within how long to wait for the last; zero judges what is there
   */
  public Verdict verifyInOrder(List<RequestPattern> patterns, Duration within) {
    return judge(order(patterns), within);
  }

  /** Begins what {@link #verifyInOrder} does, for those who wait without holding a thread. */
  public Judging beginInOrder(List<RequestPattern> patterns, Duration within) {
    return new Judging(this, order(patterns), within);
  }

  private OrderCheck order(List<RequestPattern> patterns) {
    if (patterns.isEmpty()) {
      throw new IllegalArgumentException("an order of no requests");
    }
    return new OrderCheck(journal, patterns.stream().map(this::check).toList());
  }

  private Verdict judge(Observation observation, Duration within) {
    return decided(observation, observation.lookFor(within, journal, nanoTime));
  }

  Verdict decided(Observation observation, boolean watched) {
    Verdict verdict = observation.verdict(watched);
    if (verdict.passed()) {
      remember(observation.found());
    }
    return verdict;
  }

  /** Judges whether every request fits one of these patterns or was verified before. */
  public Verdict noOtherRequests(List<RequestPattern> patterns) {
    List<EntryCheck> checks = patterns.stream().map(this::check).toList();
    View view;
    IdSet known;
    synchronized (this) {
      view = journal.view();
      known = verifiedOf(view);
    }
    List<Entry> others = new ArrayList<>();
    long cut = 0;
    for (Entry entry : view.entries()) {
      Judgement judgement = known.contains(entry.id()) ? Judgement.YES : best(checks, entry);
      if (judgement == Judgement.NO) {
        others.add(entry);
      } else if (judgement == Judgement.BODY_CUT) {
        cut++;
      }
    }
    String sentence =
        "wanted no requests but those verified"
            + orThese(checks)
            + ", "
            + Words.found(others.size())
            + Words.outOf(view.total());
    long unknown = view.missed() - known.forgotten();
    if (!others.isEmpty()) {
      return Verdict.fail(Failure.OTHER_REQUESTS, sentence)
          .with("others", evidence(others), others.size() - shown(others));
    } else if (unknown > 0) {
      String why = Words.overflow(unknown, "it is not known whether there were others");
      return Verdict.fail(Failure.JOURNAL_OVERFLOWED, sentence + "; " + why);
    } else if (cut > 0) {
      String why = Words.cut(cut, "it is not known whether there were others");
      return Verdict.fail(Failure.BODY_CUT, sentence + "; " + why);
    }
    return Verdict.pass(sentence);
  }

  private static String orThese(List<EntryCheck> checks) {
    StringBuilder text = new StringBuilder();
    checks.forEach(check -> text.append(" or ").append(check.described()));
    return text.toString();
  }

  private static Judgement best(List<EntryCheck> checks, Entry entry) {
    Judgement best = Judgement.NO;
    for (EntryCheck check : checks) {
      Judgement judgement = check.judge(entry);
      if (judgement == Judgement.YES) {
        return judgement;
      }
      best = judgement == Judgement.BODY_CUT ? judgement : best;
    }
    return best;
  }

  /**
   * Judges whether a route, or the server itself, answered every request but those that fit one of
   * these patterns; dropped ones, which nobody can look at any more, count.
   */
  public Verdict noUnmatchedRequests(List<RequestPattern> except) {
    List<EntryCheck> checks = except.stream().map(this::check).toList();
    View view = journal.view();
    List<Evidence> unmatched = new ArrayList<>(Verdict.MOST_EVIDENCE);
    long count = view.unmatchedBefore();
    for (Entry entry : view.entries()) {
      if (entry.outcome() instanceof Outcome.Unmatched outcome
          && best(checks, entry) != Judgement.YES) {
        count++;
        if (unmatched.size() < Verdict.MOST_EVIDENCE) {
          unmatched.add(Evidence.unmatched(entry, outcome));
        }
      }
    }
    long gone = view.unmatchedBefore();
    String sentence =
        "wanted a route for every request, found "
            + (count == 0 ? "no request" : Words.requests(count))
            + " without one"
            + (gone == 0 ? "" : ", " + gone + " of them dropped from the journal")
            + Words.outOf(view.total());
    return count == 0
        ? Verdict.pass(sentence)
        : Verdict.fail(Failure.UNMATCHED_REQUESTS, sentence)
            .with("unmatched", unmatched, count - unmatched.size());
  }

  private static int shown(List<Entry> entries) {
    return Math.min(entries.size(), Verdict.MOST_EVIDENCE);
  }

  private static List<Evidence> evidence(List<Entry> entries) {
    return entries.stream()
        .limit(Verdict.MOST_EVIDENCE)
        .map(entry -> Evidence.of(entry, List.of()))
        .toList();
  }

  private EntryCheck check(RequestPattern pattern) {
    return new EntryCheck(pattern, ignoreTrailingSlash);
  }

  private synchronized void remember(IdSet found) {
    Extent extent = journal.extent();
    startOverWhenCleared(extent.first(), extent.oldest());
    verified.addAll(found);
    verified.forgetBelow(extent.oldest());
  }

  /** A copy, with those that the view does not hold forgotten. To be called with the lock. */
  private IdSet verifiedOf(View view) {
    startOverWhenCleared(view.first(), view.oldest());
    IdSet known = verified.copy();
    known.forgetBelow(view.oldest());
    return known;
  }

  private void startOverWhenCleared(long firstNow, long oldest) {
    if (firstNow != first) {
      first = firstNow;
      verified = new IdSet(oldest);
    }
  }
}
