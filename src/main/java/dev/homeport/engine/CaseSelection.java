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
import dev.homeport.engine.route.Candidate;
import dev.homeport.engine.route.Case;
import dev.homeport.engine.route.CaseGroup;
import dev.homeport.engine.route.LoneRoute;
import dev.homeport.engine.route.Lookup;
import dev.homeport.engine.route.Route;
import dev.homeport.engine.route.Talk;
import dev.homeport.engine.state.Counters;
import dev.homeport.engine.state.Memory;
import dev.homeport.engine.template.RenderException;
import dev.homeport.engine.template.Scope;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the cases of the routes that fit: first the {@code first} of the most specific one,
 * then each route's own. Safe for any number of threads.
 */
final class CaseSelection {

  private static final int SWITCHING_PROTOCOLS = 101;

  private final Memory memory;
  private final Counters counters;
  private final Overrides overrides;
  private final RunKey key;
  private final boolean foretells;
  private final CaseTrial trial;
  private volatile EngineOptions options;

  /** Chooses for requests that are answered. */
  CaseSelection(EngineOptions options, Memory memory, Overrides overrides, RunKey key) {
    this(options, memory, memory.counters(), overrides, key, false);
  }

  /** Chooses for the messages of one WebSocket, with the options of now and counts of its own. */
  private CaseSelection ofConversation() {
    return new CaseSelection(options, memory, new Counters(), overrides, key, false);
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
    this.trial =
        foretells
            ? CaseTrial.foretelling(counters, options.seed().isPresent())
            : CaseTrial.counting(counters);
  }

  /**
   * Chooses as the next request would be chosen for, counts nothing and sets nothing. Where chance
   * decides and no seed tells how, a case is passed over, and the miss says so.
   */
  CaseSelection foretelling() {
    Memory preview = memory.preview();
    return new CaseSelection(options, preview, preview.counters(), overrides, key, true);
  }

  /** Takes other options for the requests to come. */
  void use(EngineOptions others) {
    options = others;
  }

  /**
   * Answers for a route that answers every request alike, so that there is nothing to choose; null
   * where there is, and as long as something is put on a route, or on all.
   */
  @Nullable Decision fixed(Request request, Lookup.Found found) {
    LoneRoute alone = found.alone();
    if (alone == null) {
      return null;
    }
    Reply reply = alone.fixed();
    Case always = alone.always();
    ResponsePlan sent = alone.sent();
    EngineOptions now = options;
    if (reply == null
        || always == null
        || sent == null
        || now.delay() != null
        || !overrides.isEmpty()
        || (now.prefer() && !Preferences.of(request).isEmpty())) {
      return null;
    }
    alone.nextCall(counters);
    return new Decision(reply, new Outcome.ByRoute(alone.route(), always, sent));
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
      return called(request, found, pick);
    }
    Chosen usual = usual(request, found, misses);
    return usual == null ? null : usual.following(wishes.withoutResponse(usual.route()));
  }

  /** Counts as a call of the route, and uses up no {@code times}. */
  private Chosen called(Request request, Lookup.Found found, Preferences.Pick pick) {
    Candidate candidate = pick.candidate();
    Route route = candidate.route();
    RouteChance chance = new RouteChance(options.seed(), route.identity());
    Scope scope = scope(request, candidate, chance).withVars(route.own().vars());
    scope.call(begun(route, found, chance));
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
      long call = begun(route, found, chance);
      RunningOverride override = overrides.on(route);
      if (override != null
          && override.override().answersAtOnce()
          && (foretells || override.tryTake())) {
        Case instead = override.caseOf(route);
        return new Chosen(route, instead, false, instead.choice().plans().get(0), own);
      }
      if (!firstIsTried) {
        firstIsTried = true;
        Chosen chosen = trial.first(route, scope, misses);
        if (chosen != null) {
          return chosen;
        }
      }
      Chosen chosen = trial.firstOf(route.own(), route, call, own, misses);
      if (chosen != null) {
        return chosen;
      }
    }
    return null;
  }

  /** Counts the call, before any case is tried; its number. */
  private long begun(Route route, Lookup.Found found, RouteChance chance) {
    LoneRoute alone = foretells ? null : found.alone();
    long call = alone == null ? counters.next(route.identity(), "") : alone.nextCall(counters);
    chance.call(call);
    return call;
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
    Outcome outcome = new Outcome.ByRoute(chosen.route(), chosen.answeredBy(), plan);
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
    return trial.firstOf(messages, route, call, scope, misses);
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

  /** The server's own delay is for responses that have none; an override is for all. */
  private Reply delayed(Route route, ResponsePlan plan, Reply reply, Scope scope) {
    Delay delay = options.delay();
    Reply own = delay == null || plan.hasDelay() ? reply : reply.after(delay.next(scope::random));
    RunningOverride override = overrides.on(route);
    return override != null && !override.override().answersAtOnce() && override.tryTake()
        ? override.on(own, scope::random)
        : own;
  }
}
