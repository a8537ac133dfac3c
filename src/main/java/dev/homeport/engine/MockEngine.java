package dev.homeport.engine;

import dev.homeport.engine.answer.Answer;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.route.Lookup;
import dev.homeport.engine.route.RouteIndex;
import dev.homeport.engine.state.Counters;

/**
 * Answers requests from the routes it was given. Safe for any number of threads: the index is
 * immutable and replaced in one atomic step, the counters are exact.
 */
public final class MockEngine {

  public MockEngine(RouteIndex routes, EngineOptions options, Counters counters) {
    throw new AssertionError("skeleton");
  }

  /** Replaces all routes at once; a request that has begun ends with the routes it began with. */
  public void use(RouteIndex routes) {
    throw new AssertionError("skeleton");
  }

  /** Finds the routes for a request's method and path; looks at nothing else, never blocks. */
  public Lookup lookup(Request request) {
    throw new AssertionError("skeleton");
  }

  /** Answers; may block only if {@link Lookup#mayBlock()}. Never throws for what a client sent. */
  public Answer answer(Request request, Lookup lookup) {
    throw new AssertionError("skeleton");
  }
}
