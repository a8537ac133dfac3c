package dev.homeport.engine.verify;

import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Journal;
import dev.homeport.engine.journal.View;
import dev.homeport.engine.verify.EntryCheck.Judgement;
import dev.homeport.engine.verify.Verdict.Failure;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for a request for each of several patterns, one after the other; others may lie between.
 * The earliest that fits is taken each time: if there is any such order, it is found so.
 */
final class OrderCheck implements Observation {

  private static final String UNKNOWN_ORDER = "it is not known whether they came in this order";

  private final Journal journal;
  private final List<EntryCheck> steps;

  private long first;
  private long seen;
  private long missed;
  private long cut;
  private long total;

  /** The entry of each step so far. */
  private final List<Long> taken = new ArrayList<>();

  /** How many steps there would be if all that is not known were as wanted. */
  private int possible;

  OrderCheck(Journal journal, List<EntryCheck> steps) {
    this.journal = journal;
    this.steps = List.copyOf(steps);
  }

  @Override
  public long look() {
    View view = journal.viewAfter(seen);
    if (view.first() != first) {
      first = view.first();
      taken.clear();
      possible = 0;
      missed = 0;
      cut = 0;
    }
    missed += view.missed();
    possible = (int) Math.min(steps.size(), possible + view.missed());
    for (Entry entry : view.entries()) {
      take(entry);
    }
    total = view.total();
    seen = view.last();
    return seen;
  }

  private void take(Entry entry) {
    Judgement judgement = isSettled() ? Judgement.NO : steps.get(taken.size()).judge(entry);
    if (possible < steps.size()) {
      Judgement atBest = possible == taken.size() ? judgement : steps.get(possible).judge(entry);
      possible += atBest == Judgement.NO ? 0 : 1;
      cut += atBest == Judgement.BODY_CUT ? 1 : 0;
    }
    if (judgement == Judgement.YES) {
      taken.add(entry.id());
    }
  }

  @Override
  public boolean isSettled() {
    return taken.size() == steps.size();
  }

  /** The ids of the requests that were found, one for each step so far. */
  @Override
  public IdSet found() {
    IdSet ids = new IdSet(taken.isEmpty() ? 0 : taken.get(0));
    taken.forEach(ids::add);
    return ids;
  }

  @Override
  public Verdict verdict(boolean watched) {
    if (isSettled()) {
      return Verdict.pass("found in this order: " + steps());
    } else if (possible == steps.size() && missed > 0) {
      return Verdict.fail(
          Failure.JOURNAL_OVERFLOWED, sentence() + "; " + Words.overflow(missed, UNKNOWN_ORDER));
    } else if (!watched) {
      return Verdict.fail(Failure.INTERRUPTED, sentence() + "; the wait was interrupted");
    } else if (possible == steps.size()) {
      return withClosest(
          Verdict.fail(Failure.BODY_CUT, sentence() + "; " + Words.cut(cut, UNKNOWN_ORDER)));
    }
    return withClosest(Verdict.fail(Failure.ORDER, sentence()));
  }

  /**
   * {@code wanted in this order: GET /a, then GET /b; found no GET /b after #3 (4 requests came)}.
   */
  private String sentence() {
    String where = taken.isEmpty() ? "" : " after #" + taken.get(taken.size() - 1);
    return "wanted in this order: "
        + steps()
        + "; found no "
        + steps.get(taken.size()).described()
        + where
        + Words.outOf(total);
  }

  private String steps() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      text.append(i == 0 ? "" : ", then ").append(steps.get(i).described());
    }
    return text.toString();
  }

  /** Those that would have done but came too early, then those that are nearly as wanted. */
  private Verdict withClosest(Verdict verdict) {
    EntryCheck missing = steps.get(taken.size());
    long after = taken.isEmpty() ? 0 : taken.get(taken.size() - 1);
    View view = journal.view();
    List<Evidence> evidence = new ArrayList<>();
    for (Entry entry : view.newestFirst()) {
      boolean tooEarly = entry.id() <= after && missing.judge(entry) == Judgement.YES;
      if (tooEarly && evidence.size() < Verdict.MOST_EVIDENCE) {
        Difference early = new Difference("it", "to come after #" + after, "#" + entry.id());
        evidence.add(Evidence.of(entry, List.of(early)));
      }
    }
    for (Evidence close : new ClosestRequests(missing).of(view)) {
      if (evidence.size() < Verdict.MOST_EVIDENCE) {
        evidence.add(close);
      }
    }
    return verdict.with("closest", evidence, view.entries().size() - evidence.size());
  }
}
