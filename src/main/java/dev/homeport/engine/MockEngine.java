package dev.homeport.engine;

import dev.homeport.engine.http.Request;
import dev.homeport.engine.route.Lookup;
import dev.homeport.engine.route.RouteIndex;
import dev.homeport.engine.state.Counters;
import dev.homeport.engine.template.RenderException;
import java.util.Set;

/**
 * Answers requests from the routes it was given. Safe for any number of threads: the index is
 * immutable and replaced in one atomic step, the counters are exact.
 */
public final class MockEngine {

  private final Counters counters;
  private final CaseSelection selection;
  private volatile RouteIndex routes;

  /**
   * An engine that begins with these routes.
   *
   * @param counters what was counted so far; shared by nobody else
   */
  public MockEngine(RouteIndex routes, EngineOptions options, Counters counters) {
    this.routes = routes;
    this.counters = counters;
    this.selection = new CaseSelection(options, counters);
  }

  /**
   * Replaces all routes at once; a request that has begun ends with the routes it began with.
   * Counts of routes and cases that are not among these are forgotten.
   */
  public void use(RouteIndex index, EngineOptions options) {
    selection.use(options);
    routes = index;
    counters.keepOnly(CountOwners.of(index));
  }

  /** Hosts that the routes name, in lower case; requests to them are meant for this server. */
  public Set<String> namedHosts() {
    return routes.namedHosts();
  }

  /** Finds the routes for a request's method and path; looks at nothing else, never blocks. */
  public Lookup lookup(Request request) {
    return routes.find(request.method(), request.rawPath());
  }

  /** Answers; may block only if {@link Lookup#mayBlock()}. Never throws for what a client sent. */
  public Decision answer(Request request, Lookup lookup) {
    try {
      return lookup instanceof Lookup.Found found
          ? selection.answer(request, found)
          : OwnReplies.of(request, lookup);
    } catch (RenderException e) {
      return OwnReplies.brokenTemplate(request, e);
    } catch (RuntimeException e) {
      return OwnReplies.failure(request, e);
    }
  }
}
