package dev.homeport.engine;

import dev.homeport.engine.answer.Delay;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.Outcome;
import dev.homeport.engine.match.Condition;
import dev.homeport.engine.match.Mismatch;
import dev.homeport.engine.route.Candidate;
import dev.homeport.engine.route.Case;
import dev.homeport.engine.route.CaseGroup;
import dev.homeport.engine.route.Choice;
import dev.homeport.engine.route.Lookup;
import dev.homeport.engine.route.Route;
import dev.homeport.engine.state.Counters;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the cases of the routes that fit: first the {@code first} of the most specific one,
 * then each route's own. Safe for any number of threads.
 */
final class CaseSelection {

  private static final String TIMES = "/times";
  private static final String CALLS = "/calls";

  private final EngineOptions options;
  private final Counters counters;
  private final Overrides overrides;

  CaseSelection(EngineOptions options, Counters counters, Overrides overrides) {
    this.options = options;
    this.counters = counters;
    this.overrides = overrides;
  }

  Decision answer(Request request, Lookup.Found found) {
    List<CaseMiss> misses = new ArrayList<>(0);
    boolean firstIsTried = false;
    for (Candidate candidate : found.candidates()) {
      Route route = candidate.route();
      RouteChance chance = new RouteChance(options.seed(), route.identity());
      Scope scope = scope(request, candidate, chance);
      Scope own = scope.withVars(route.own().vars());
      long call = counters.next(route.identity(), "");
      chance.call(call);
      RunningOverride override = overrides.on(route);
      if (override != null && override.hasStatus() && override.tryTake()) {
        Case instead = override.caseOf(route);
        return answer(route, instead, instead.choice().plans().get(0), own);
      }
      if (!firstIsTried) {
        firstIsTried = true;
        Decision decision = first(route, scope, misses);
        if (decision != null) {
          return decision;
        }
      }
      Decision decision = own(route, call, own, misses);
      if (decision != null) {
        return decision;
      }
    }
    return OwnReplies.noCase(request, misses);
  }

  private Scope scope(Request request, Candidate candidate, RouteChance chance) {
    Route route = candidate.route();
    return Scope.of(request, candidate.path(), route.name(), options.clock(), chance, counters);
  }

  /** Cases of {@code first} count by themselves, over all routes below them. */
  private @Nullable Decision first(Route route, Scope scope, List<CaseMiss> misses) {
    for (CaseGroup group : route.first()) {
      Scope inGroup = scope.withVars(group.vars());
      for (Case tried : group.cases()) {
        String key = key(tried.per(), inGroup);
        inGroup.call(counters.next(tried.identity() + CALLS, key));
        Decision decision = tryCase(route, tried, key, inGroup, misses);
        if (decision != null) {
          return decision;
        }
      }
    }
    return null;
  }

  private @Nullable Decision own(Route route, long routeCall, Scope scope, List<CaseMiss> misses) {
    List<Case> cases = route.own().cases();
    long[] calls = countBeforeAnyIsTried(cases, scope);
    for (int i = 0; i < cases.size(); i++) {
      Case tried = cases.get(i);
      scope.call(calls == null || calls[i] == 0 ? routeCall : calls[i]);
      Decision decision = tryCase(route, tried, key(tried.per(), scope), scope, misses);
      if (decision != null) {
        return decision;
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

  private @Nullable Decision tryCase(
      Route route, Case tried, String key, Scope scope, List<CaseMiss> misses) {
    for (Condition condition : tried.conditions()) {
      Mismatch mismatch = condition.check(scope);
      if (mismatch != null) {
        misses.add(new CaseMiss(tried, mismatch, ""));
        return null;
      }
    }
    if (!filesAreThere(tried.choice(), scope)) {
      misses.add(new CaseMiss(tried, null, "its file is missing"));
      return null;
    }
    if (tried.times() > 0 && counters.count(tried.identity() + TIMES, key) >= tried.times()) {
      misses.add(new CaseMiss(tried, null, "has answered " + tried.times() + " times"));
      return null;
    }
    if (tried.chance() < 1 && scope.random().nextDouble() >= tried.chance()) {
      misses.add(new CaseMiss(tried, null, "chance decided against it"));
      return null;
    }
    if (tried.times() > 0 && !counters.tryTake(tried.identity() + TIMES, key, tried.times())) {
      misses.add(new CaseMiss(tried, null, "has answered " + tried.times() + " times"));
      return null;
    }
    ResponsePlan plan = tried.choice().next(counters, tried.identity(), key, scope::random);
    return answer(route, tried, plan, scope);
  }

  private Decision answer(Route route, Case answering, ResponsePlan plan, Scope scope) {
    Reply reply = delayed(route, plan, plan.render(scope), scope);
    return new Decision(reply, new Outcome.ByRoute(route, answering, plan.name(), plan.tags()));
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

  /** The server's own delay is for responses that have none; an override is for all. */
  private Reply delayed(Route route, ResponsePlan plan, Reply reply, Scope scope) {
    RunningOverride override = overrides.on(route);
    Delay instead = override == null ? null : override.delayAlone().orElse(null);
    if (override != null && instead != null && override.tryTake()) {
      return reply.after(instead.next(scope::random));
    }
    Delay delay = options.delay();
    return delay == null || plan.hasDelay() ? reply : reply.after(delay.next(scope::random));
  }

  private static String key(@Nullable Template per, Scope scope) {
    return per == null ? "" : per.text(scope);
  }
}
