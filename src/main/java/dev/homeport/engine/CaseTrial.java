package dev.homeport.engine;

import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.explain.CaseMiss;
import dev.homeport.engine.match.Condition;
import dev.homeport.engine.match.Mismatch;
import dev.homeport.engine.route.Case;
import dev.homeport.engine.route.CaseGroup;
import dev.homeport.engine.route.Choice;
import dev.homeport.engine.route.Route;
import dev.homeport.engine.state.Counters;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tries the cases of one group after the other: conditions, files, {@code times}, {@code chance}.
 * Counts what they count. Safe for any number of threads.
 */
final class CaseTrial {

  private static final String TIMES = CountOwners.TIMES;
  private static final String CALLS = CountOwners.CALLS;

  private final Counters counters;
  private final boolean foretells;
  private final boolean chanceIsUnknown;

  private CaseTrial(Counters counters, boolean foretells, boolean chanceIsUnknown) {
    this.counters = counters;
    this.foretells = foretells;
    this.chanceIsUnknown = chanceIsUnknown;
  }

  /** Tries for requests that are answered. */
  static CaseTrial counting(Counters counters) {
    return new CaseTrial(counters, false, false);
  }

  /**
   * Tries every case as the next request would, also those that cannot hold, so that all are told.
   *
   * @param counters thrown away afterwards
   * @param isSeeded whether it is known what chance will decide
   */
  static CaseTrial foretelling(Counters counters, boolean isSeeded) {
    return new CaseTrial(counters, true, !isSeeded);
  }

  /** Cases of {@code first} count by themselves, over all routes below them. */
  @Nullable Chosen first(Route route, Scope scope, List<CaseMiss> misses) {
    for (CaseGroup group : route.first()) {
      Scope inGroup = scope.withVars(group.vars());
      for (Case tried : group.cases()) {
        String key = key(tried.per(), inGroup);
        inGroup.call(counters.next(tried.identity() + CALLS, key));
        ResponsePlan plan = tryCase(route, tried, true, key, inGroup, misses);
        if (plan != null) {
          return new Chosen(route, tried, true, plan, inGroup);
        }
      }
    }
    return null;
  }

  /**
   * The first case of a group that holds, or null.
   *
   * @param routeCall the number of the request on the route, or of the message
   */
  @Nullable Chosen firstOf(
      CaseGroup group, Route route, long routeCall, Scope scope, List<CaseMiss> misses) {
    List<Case> cases = group.cases();
    long[] calls = countBeforeAnyIsTried(cases, scope);
    int[] some = foretells ? null : group.candidates(scope);
    int before = misses.size();
    int count = some == null ? cases.size() : some.length;
    for (int at = 0; at < count; at++) {
      int i = some == null ? at : some[at];
      Case tried = cases.get(i);
      scope.call(calls == null || calls[i] == 0 ? routeCall : calls[i]);
      String key = key(tried.per(), scope);
      ResponsePlan plan = tryCase(route, tried, false, key, scope, misses);
      if (plan != null) {
        return new Chosen(route, tried, false, plan, scope);
      }
    }
    if (some != null) {
      addPassedOver(route, cases, some, scope, misses.subList(before, misses.size()));
    }
    return null;
  }

  /**
   * Puts the misses of the cases that were not even tried between those of the others: when nothing
   * answers, all are told.
   */
  private static void addPassedOver(
      Route route, List<Case> cases, int[] tried, Scope scope, List<CaseMiss> misses) {
    List<CaseMiss> known = List.copyOf(misses);
    misses.clear();
    int next = 0;
    for (int i = 0; i < cases.size(); i++) {
      if (next < tried.length && tried[next] == i) {
        misses.add(known.get(next++));
      } else {
        Case passed = cases.get(i);
        Mismatch mismatch = firstMismatch(passed, scope);
        misses.add(new CaseMiss(route, passed, false, mismatch, ""));
      }
    }
  }

  private static @Nullable Mismatch firstMismatch(Case tried, Scope scope) {
    for (Condition condition : tried.conditions()) {
      Mismatch mismatch = condition.check(scope);
      if (mismatch != null) {
        return mismatch;
      }
    }
    return null;
  }

  /** Counts of cases with a {@code per} of their own, 0 for others; null when no case has one. */
  private long @Nullable [] countBeforeAnyIsTried(List<Case> cases, Scope scope) {
    long[] calls = null;
    for (int i = 0; i < cases.size(); i++) {
      Case tried = cases.get(i);
      if (tried.countsItself()) {
        calls = calls == null ? new long[cases.size()] : calls;
        calls[i] = counters.next(tried.identity() + CALLS, key(tried.per(), scope));
      }
    }
    return calls;
  }

  /** What the case sends, or null when it does not answer. */
  private @Nullable ResponsePlan tryCase(
      Route route, Case tried, boolean ofFirst, String key, Scope scope, List<CaseMiss> misses) {
    Mismatch mismatch = firstMismatch(tried, scope);
    if (mismatch != null) {
      misses.add(new CaseMiss(route, tried, ofFirst, mismatch, ""));
      return null;
    }
    String obstacle = obstacle(tried, key, scope);
    if (obstacle != null) {
      misses.add(new CaseMiss(route, tried, ofFirst, null, obstacle));
      return null;
    }
    return tried.choice().next(counters, tried.identity(), key, scope::random);
  }

  /** What keeps a case from answering although its conditions hold; null for nothing. */
  private @Nullable String obstacle(Case tried, String key, Scope scope) {
    if (!filesAreThere(tried.choice(), scope)) {
      return "its file is missing";
    }
    boolean isLimited = tried.times() > 0;
    String owner = isLimited ? tried.identity() + TIMES : "";
    if (isLimited && counters.count(owner, key) >= tried.times()) {
      return spent(tried);
    }
    if (tried.chance() < 1 && tried.chance() > 0 && chanceIsUnknown) {
      return "chance decides: it answers " + percent(tried.chance()) + " of such requests";
    }
    if (tried.chance() < 1 && scope.random().nextDouble() >= tried.chance()) {
      return "chance decided against it";
    }
    return isLimited && !counters.tryTake(owner, key, tried.times()) ? spent(tried) : null;
  }

  private static String spent(Case tried) {
    return "has answered " + tried.times() + (tried.times() == 1 ? " time" : " times");
  }

  private static String percent(double chance) {
    return BigDecimal.valueOf(chance).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }

  /** Of a list of responses all must be there, or its turns would depend on the disk. */
  private static boolean filesAreThere(Choice choice, Scope scope) {
    if (choice instanceof Choice.Always always) {
      return always.plan().isAvailable(scope);
    }
    for (ResponsePlan plan : choice.plans()) {
      if (!plan.isAvailable(scope)) {
        return false;
      }
    }
    return true;
  }

  private static String key(@Nullable Template per, Scope scope) {
    return per == null ? "" : per.text(scope);
  }
}
