package dev.homeport.engine.route;

import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.state.Count;
import dev.homeport.engine.state.Counters;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The only route of its path, for one method, as nearly all are. What most requests want of it is
 * kept here, so that it lies together: where there are thousands of routes, each object on the way
 * to an answer comes from memory anew. Immutable but for what it remembers, safe to share.
 */
public final class LoneRoute extends PathLeaf {

  private final String method;

  /** What it sends to every request, once it was made. */
  private @Nullable Reply fixed;

  /** Of its calls, where they were counted last: nearly always by the same engine. */
  private @Nullable Count calls;

  private final Route route;
  private final @Nullable Case always;
  private final @Nullable ResponsePlan sent;

  /** Of a route {@link #canBe}; otherwise as {@link PathLeaf}. */
  LoneRoute(
      String text, List<SegmentPattern> left, int position, PathPattern pattern, Route route) {
    super(text, left, position, pattern);
    this.route = route;
    this.method = route.methods().iterator().next().intern();
    this.always = route.always();
    this.sent = always == null ? null : always.choice().plans().get(0);
  }

  /** Whether these routes of a path are one, of one method. */
  static boolean canBe(List<Route> routes) {
    Route first = routes.get(0);
    return routes.size() == 1 && first.methods().size() == 1 && first.crud() == null;
  }

  /** The route itself. */
  public Route route() {
    return route;
  }

  /** The one case of it, when that answers every request alike; else null. */
  public @Nullable Case always() {
    return always;
  }

  /** What {@link #always} sends; null when there is no such case. */
  public @Nullable ResponsePlan sent() {
    return sent;
  }

  /** What that makes of every request, ready to be sent; null before anybody has asked. */
  public @Nullable Reply fixed() {
    Reply known = fixed;
    if (known == null && sent != null) {
      known = sent.made();
      fixed = known;
    }
    return known;
  }

  /** Counts a call of it; its number, from 1. */
  public long nextCall(Counters counters) {
    Count known = calls;
    if (known == null || !counters.has(known)) {
      known = counters.count(route.identity());
      calls = known; // not each time: the collector looks at all that was written
    }
    return known.next();
  }

  @Override
  Set<String> methods() {
    return Set.of(method);
  }

  @Override
  void collect(String asked, List<String> values, List<Candidate> candidates) {
    if (takes(asked)) {
      candidates.add(new Candidate(route, values));
    }
  }

  /** Whether it answers such a request. */
  boolean takes(String asked) {
    return asked.equals(method)
        || (asked.equals("HEAD") && method.equals("GET"))
        || (method.equals(Methods.ANY) && Methods.isOfAny(asked));
  }
}
