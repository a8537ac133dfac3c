package dev.homeport.engine;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.answer.BodyPlan;
import dev.homeport.engine.answer.DelayPlan;
import dev.homeport.engine.answer.HeaderPlan;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.answer.ResponseParts;
import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.answer.StatusPlan;
import dev.homeport.engine.route.Case;
import dev.homeport.engine.route.Choice;
import dev.homeport.engine.route.Route;
import dev.homeport.engine.template.Template;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** An override since it was put on its route. Safe for any number of threads. */
public final class RunningOverride {

  /** Tells its case from those of the files. */
  private static final String IDENTITY = "/override";

  private final RouteOverride override;
  private final LongSupplier nanoTime;
  private final long begin;
  private final AtomicLong used = new AtomicLong();

  RunningOverride(RouteOverride override, LongSupplier nanoTime) {
    this.override = override;
    this.nanoTime = nanoTime;
    this.begin = nanoTime.getAsLong();
  }

  /** What was put on the route. */
  public RouteOverride override() {
    return override;
  }

  /** How long it is still there; empty without such a bound. */
  public Optional<Duration> left() {
    return override.lasting().map(all -> all.minusNanos(nanoTime.getAsLong() - begin));
  }

  /** For how many more requests; empty without such a bound. */
  public OptionalLong timesLeft() {
    return override.times() == 0
        ? OptionalLong.empty()
        : OptionalLong.of(override.times() - used.get());
  }

  /** Whether a case was put before those of the files by an override. */
  public static boolean isCase(Case answeredBy) {
    return answeredBy.identity().endsWith(IDENTITY);
  }

  boolean isOver() {
    return left().filter(time -> time.isNegative() || time.isZero()).isPresent()
        || (override.times() > 0 && used.get() >= override.times());
  }

  /** Takes it for one request; false when it was over before. */
  boolean tryTake() {
    return !isOver()
        && (override.times() == 0
            || used.getAndUpdate(now -> now < override.times() ? now + 1 : now) < override.times());
  }

  /** The answer of the route's own cases, with the delay and the fault that are put on it. */
  Reply on(Reply reply, Supplier<Random> random) {
    Reply slower = override.delay().map(delay -> reply.after(delay.next(random))).orElse(reply);
    return override.fault().map(fault -> slower.with(fault.next(random))).orElse(slower);
  }

  /** What answers instead of the route's own cases, if it {@link RouteOverride#answersAtOnce}. */
  Case caseOf(Route route) {
    Location at = route.at();
    int status = override.status().orElse(200);
    boolean explains = status >= 400;
    ResponsePlan plan =
        new ResponsePlan(
            new ResponseParts(
                at,
                new StatusPlan(status, null, at),
                null,
                explains ? List.of(problemType(at)) : List.of(),
                List.of(),
                explains ? problem(route, status) : new BodyPlan.None(),
                override.delay().map(delay -> new DelayPlan(delay, null, at)).orElse(null),
                null,
                override.fault().orElse(null),
                List.of(),
                null,
                Set.of()));
    String identity = route.identity() + IDENTITY;
    return new Case(at, identity, List.of(), 0, 1, null, new Choice.Always(plan));
  }

  private static HeaderPlan problemType(Location at) {
    return new HeaderPlan("Content-Type", Template.constant("application/problem+json"), at);
  }

  /** So that nobody looks for this answer in the files. */
  private static BodyPlan problem(Route route, int status) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("title", "Overridden");
    problem.put("status", status);
    problem.put(
        "detail",
        "The route " + route.key() + " is overridden with " + status + " through the control API.");
    return BodyPlan.TextBody.ofJson(problem);
  }
}
