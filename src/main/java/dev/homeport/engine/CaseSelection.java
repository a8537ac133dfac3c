package dev.homeport.engine;

import dev.homeport.engine.answer.Callback;
import dev.homeport.engine.answer.Delay;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.answer.Sending;
import dev.homeport.engine.explain.CaseMiss;
import dev.homeport.engine.http.Handshake;
import dev.homeport.engine.http.Headers;
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
import dev.homeport.engine.route.Talk;
import dev.homeport.engine.state.Counters;
import dev.homeport.engine.state.Memory;
import dev.homeport.engine.template.RenderException;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the cases of the routes that fit: first the {@code first} of the most specific one,
 * then each route's own. Safe for any number of threads.
 */
final class CaseSelection {

  private static final String TIMES = CountOwners.TIMES;
  private static final String CALLS = CountOwners.CALLS;
  private static final int SWITCHING_PROTOCOLS = 101;

  private final Memory memory;
  private final Counters counters;
  private final Overrides overrides;
  private final RunKey key;
  private final boolean foretells;
  private volatile EngineOptions options;

  /** Chooses for requests that are answered. */
  CaseSelection(EngineOptions options, Memory memory, Overrides overrides, RunKey key) {
    this(options, memory, memory.counters(), overrides, key, false);
  }

  private CaseSelection(
      EngineOptions options,
      Memory memory,
      Counters counters,
      Overrides overrides,
      RunKey key,
      boolean foretells) {
    this.options = options;
    this.memory = memory;
    this.counters = counters;
    this.overrides = overrides;
    this.key = key;
    this.foretells = foretells;
  }

  /**
   * Chooses as the next request would be chosen for, counts nothing and sets nothing. Where chance
   * decides and no seed tells how, a case is passed over, and the miss says so.
   */
  CaseSelection foretelling() {
    Memory preview = memory.preview();
    return new CaseSelection(options, preview, preview.counters(), overrides, key, true);
  }

  /** Chooses for the messages of one WebSocket, with the options of now and counts of its own. */
  private CaseSelection ofConversation() {
    return new CaseSelection(options, memory, Conversation.counters(), overrides, key, foretells);
  }

  /** Takes other options for the requests to come. */
  void use(EngineOptions others) {
    options = others;
  }

  /**
   * The case that answers, and what to send.
   *
   * @param followed what the request wished and got
   * @param settled the whole answer, if it was made while the state changed; else null
   */
  record Chosen(
      Route route,
      Case answeredBy,
      boolean ofFirst,
      ResponsePlan plan,
      Scope scope,
      Preferences followed,
      @Nullable Reply settled) {

    Chosen(Route route, Case answeredBy, boolean ofFirst, ResponsePlan plan, Scope scope) {
      this(route, answeredBy, ofFirst, plan, scope, Preferences.NONE, null);
    }

    Chosen following(Preferences preferences) {
      return new Chosen(route, answeredBy, ofFirst, plan, scope, preferences, settled);
    }

    Chosen withSettled(@Nullable Reply reply) {
      return new Chosen(route, answeredBy, ofFirst, plan, scope, followed, reply);
    }

    /** Whether the change was refused, so that nothing follows from it. */
    boolean isRefused() {
      return settled != null && settled.status() >= 400;
    }
  }

  /**
   * Finds the case that answers, counts, and sets the state; null when none holds. Only routes that
   * set something take the lock of the state.
   *
   * @param misses gets the cases that were tried before
   */
  @Nullable Chosen choose(Request request, Lookup.Found found, List<CaseMiss> misses) {
    boolean changes = found.changesState() && !foretells;
    if (changes && found.readsJson()) {
      request.json(); // parsed before the step, which others wait for
    }
    return changes
        ? memory.state().inOneStep(() -> settled(tryAll(request, found, misses)))
        : tryAll(request, found, misses);
  }

  private @Nullable Chosen settled(@Nullable Chosen chosen) {
    return chosen == null || !chosen.plan().changesState()
        ? chosen
        : chosen.withSettled(chosen.plan().settle(chosen.scope(), memory.state()));
  }

  private @Nullable Chosen tryAll(Request request, Lookup.Found found, List<CaseMiss> misses) {
    Preferences wishes = options.prefer() ? Preferences.of(request) : Preferences.NONE;
    if (wishes.isEmpty()) {
      return usual(request, found, misses);
    }
    Preferences.Pick pick = wishes.pick(found);
    if (pick != null) {
      return called(request, pick);
    }
    Chosen usual = usual(request, found, misses);
    return usual == null ? null : usual.following(wishes.withoutResponse(usual.route()));
  }

  /** Counts as a call of the route, and uses up no {@code times}. */
  private Chosen called(Request request, Preferences.Pick pick) {
    Candidate candidate = pick.candidate();
    Route route = candidate.route();
    RouteChance chance = new RouteChance(options.seed(), route.identity());
    Scope scope = scope(request, candidate, chance).withVars(route.own().vars());
    long call = counters.next(route.identity(), "");
    chance.call(call);
    scope.call(call);
    return new Chosen(route, pick.answeredBy(), false, pick.plan(), scope)
        .following(pick.followed());
  }

  private @Nullable Chosen usual(Request request, Lookup.Found found, List<CaseMiss> misses) {
    boolean firstIsTried = false;
    Scope before = null;
    for (Candidate candidate : found.candidates()) {
      Route route = candidate.route();
      RouteChance chance = new RouteChance(options.seed(), route.identity());
      Scope scope = scope(request, candidate, chance);
      if (before != null) {
        scope.seeStateOf(before);
      }
      before = scope;
      Scope own = scope.withVars(route.own().vars());
      long call = counters.next(route.identity(), "");
      chance.call(call);
      RunningOverride override = overrides.on(route);
      if (override != null
          && override.override().answersAtOnce()
          && (foretells || override.tryTake())) {
        Case instead = override.caseOf(route);
        return new Chosen(route, instead, false, instead.choice().plans().get(0), own);
      }
      if (!firstIsTried) {
        firstIsTried = true;
        Chosen chosen = first(route, scope, misses);
        if (chosen != null) {
          return chosen;
        }
      }
      Chosen chosen = own(route, call, own, misses);
      if (chosen != null) {
        return chosen;
      }
    }
    return null;
  }

  /** What the case that was chosen sends. */
  Decision answer(Chosen chosen) {
    ResponsePlan plan = chosen.plan();
    Scope scope = chosen.scope();
    Reply own = chosen.settled() == null ? plan.render(scope) : chosen.settled();
    List<Sending> sendings = List.of();
    if (plan.sends() && !chosen.isRefused()) {
      try {
        sendings = plan.sendings(scope);
      } catch (RenderException e) {
        own = OwnReplies.cannotAnswer(e);
      }
    }
    Reply delayed = delayed(chosen.route(), plan, own, scope);
    Reply reply = chosen.followed().applyTo(delayed, scope::random);
    Outcome outcome =
        new Outcome.ByRoute(chosen.route(), chosen.answeredBy(), plan.name(), plan.tags());
    List<Callback> callbacks = chosen.isRefused() ? List.of() : plan.callbacks(scope);
    Talk talk = chosen.answeredBy().talk();
    return talk == null || reply.status() != SWITCHING_PROTOCOLS
        ? new Decision(reply, outcome, callbacks, sendings, null)
        : upgrade(chosen, talk, reply, outcome, sendings);
  }

  private Decision upgrade(
      Chosen chosen, Talk talk, Reply reply, Outcome outcome, List<Sending> sendings) {
    Conversation conversation = new Conversation(chosen, talk, ofConversation(), memory.state());
    Headers request = chosen.scope().request().headers();
    Reply head = reply.withFirst(Handshake.answer(request, talk.subprotocols()));
    return new Decision(head, outcome, List.of(), sendings, conversation);
  }

  /**
   * The first of the cases of a route's messages that holds, or null.
   *
   * @param call the number of the message
   */
  @Nullable Chosen ofMessage(
      Route route, CaseGroup messages, long call, Scope scope, List<CaseMiss> misses) {
    return firstOf(messages, route, call, scope, misses);
  }

  /**
   * What a message of a WebSocket sees.
   *
   * @param call the number of the handshake, for chance that repeats
   * @param message the number of the message
   */
  Scope scope(Request request, Route route, Map<String, String> path, long call, long message) {
    RouteChance chance = new RouteChance(options.seed(), route.identity());
    chance.call((call << Integer.SIZE) + message);
    Scope scope = Scope.of(request, path, route.name(), options.clock(), chance, memory, key);
    scope.call(request.messageKind() == null ? call : message);
    return scope;
  }

  private Scope scope(Request request, Candidate candidate, RouteChance chance) {
    Route route = candidate.route();
    return Scope.of(request, candidate.path(), route.name(), options.clock(), chance, memory, key);
  }

  /** Cases of {@code first} count by themselves, over all routes below them. */
  private @Nullable Chosen first(Route route, Scope scope, List<CaseMiss> misses) {
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

  private @Nullable Chosen own(Route route, long routeCall, Scope scope, List<CaseMiss> misses) {
    return firstOf(route.own(), route, routeCall, scope, misses);
  }

  private @Nullable Chosen firstOf(
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
    if (tried.chance() < 1 && foretells && tried.chance() > 0 && options.seed().isEmpty()) {
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

  /** The server's own delay is for responses that have none; an override is for all. */
  private Reply delayed(Route route, ResponsePlan plan, Reply reply, Scope scope) {
    Delay delay = options.delay();
    Reply own = delay == null || plan.hasDelay() ? reply : reply.after(delay.next(scope::random));
    RunningOverride override = overrides.on(route);
    return override != null && !override.override().answersAtOnce() && override.tryTake()
        ? override.on(own, scope::random)
        : own;
  }

  private static String key(@Nullable Template per, Scope scope) {
    return per == null ? "" : per.text(scope);
  }
}
