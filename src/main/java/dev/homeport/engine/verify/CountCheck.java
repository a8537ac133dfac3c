package dev.homeport.engine.verify;

import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Journal;
import dev.homeport.engine.journal.View;
import dev.homeport.engine.verify.EntryCheck.Judgement;
import dev.homeport.engine.verify.Verdict.Failure;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts the requests that fit a pattern. What was dropped unseen, and what cannot be judged
 * because its body was cut, may fit or not: the count is known only up to these.
 */
final class CountCheck implements Observation {

  private static final String UNKNOWN_NUMBER = "it is not known how many there were";

  private final Journal journal;
  private final EntryCheck check;
  private final Count wanted;

  private long first;
  private long seen;
  private IdSet found;
  private long cut;
  private long missed;
  private long total;

  CountCheck(Journal journal, EntryCheck check, Count wanted) {
    this.journal = journal;
    this.check = check;
    this.wanted = wanted;
    this.found = new IdSet(0);
  }

  @Override
  public long look() {
    View view = journal.viewAfter(seen);
    if (view.first() != first) {
      startOver(view); // it was cleared, or this is the first look
    }
    long id = view.last() - view.entries().size();
    for (Entry entry : view.entries()) {
      id++; // not asked for: that would fetch what may not be looked at otherwise
      Judgement judgement = check.judge(entry);
      if (judgement == Judgement.YES) {
        found.add(id);
      } else if (judgement == Judgement.BODY_CUT) {
        cut++;
      }
    }
    missed += view.missed();
    total = view.total();
    seen = view.last();
    return seen;
  }

  private void startOver(View view) {
    first = view.first();
    found = new IdSet(view.oldest());
    cut = 0;
    missed = 0;
  }

  private boolean isMet() {
    return found.size() >= wanted.min() && mostPossible() <= wanted.max();
  }

  /** How many it would be if all that is not known fitted. */
  private long mostPossible() {
    return found.size() + cut + missed;
  }

  @Override
  public boolean isSettled() {
    return mostPossible() > wanted.max() || (isMet() && !wanted.watchesTheWholeTime());
  }

  /** The ids that were counted. */
  @Override
  public IdSet found() {
    return found;
  }

  @Override
  public Verdict verdict(boolean watched) {
    if (isMet() && (watched || !wanted.watchesTheWholeTime())) {
      return Verdict.pass(sentence());
    } else if (found.size() > wanted.max()) {
      return tooMany();
    } else if (mostPossible() >= wanted.min() && missed > 0) {
      return Verdict.fail(
          Failure.JOURNAL_OVERFLOWED, sentence() + "; " + Words.overflow(missed, UNKNOWN_NUMBER));
    } else if (!watched) {
      return Verdict.fail(Failure.INTERRUPTED, sentence() + "; the wait was interrupted");
    } else if (mostPossible() >= wanted.min()) {
      return withClosest(
          Verdict.fail(Failure.BODY_CUT, sentence() + "; " + Words.cut(cut, UNKNOWN_NUMBER)));
    }
    return withClosest(Verdict.fail(Failure.COUNT, sentence()));
  }

  /** {@code wanted exactly 1 request, found none: POST /charges (3 requests came)}. */
  private String sentence() {
    return "wanted "
        + wanted.described()
        + ", "
        + Words.found(found.size())
        + ": "
        + check.described()
        + Words.outOf(total);
  }

  private Verdict tooMany() {
    List<Evidence> newest = new ArrayList<>();
    for (long id : found.newest(Verdict.MOST_EVIDENCE)) {
      journal.entry(id).ifPresent(entry -> newest.add(Evidence.of(entry, List.of())));
    }
    return Verdict.fail(Failure.COUNT, sentence())
        .with("found, newest first", newest, found.size() - newest.size());
  }

  private Verdict withClosest(Verdict verdict) {
    List<Evidence> closest = new ClosestRequests(check).of(journal.view());
    return verdict.with("closest", closest, total - found.size() - closest.size());
  }
}
