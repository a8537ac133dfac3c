package dev.homeport.engine.route;

import java.util.List;

/**
 * All routes, compiled into a tree of path segments. Immutable, safe to share; a lookup takes no
 * lock.
 */
public final class RouteIndex {

  private RouteIndex() {}

  /**
   * Compiles the tree.
   *
   * @param routes without two of the same method and shape of path
   * @param ignoreTrailingSlash whether {@code /a} and {@code /a/} are one
   */
  public static RouteIndex compile(List<Route> routes, boolean ignoreTrailingSlash) {
    throw new AssertionError("skeleton");
  }

  /** Every route, in the order in which they were given. */
  public List<Route> routes() {
    throw new AssertionError("skeleton");
  }

  public Lookup find(String method, String rawPath) {
    throw new AssertionError("skeleton");
  }
}
