package dev.homeport.engine.route;

import dev.homeport.diagnostic.Location;

/** One {@code METHOD PATH} of a mock file with its cases. Immutable. */
public record Route(Location at) {

  /** The key as a person reads it, prefix included: {@code GET /api/v1/users/{id}}. */
  public String key() {
    throw new AssertionError("skeleton");
  }

  /** What answers, in a few words for the start-up list: {@code 200 json}, {@code 3 cases}. */
  public String summary() {
    throw new AssertionError("skeleton");
  }
}
