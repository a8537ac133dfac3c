package dev.homeport.engine.state;

/**
 * Exact counts by owner (a route, a case, a {@code counter} of a template) and key (the rendered
 * {@code per}). Safe for any number of threads; at most 10,000 keys an owner, the oldest forgotten
 * first.
 */
public final class Counters {

  /** Adds one and returns the new count: 1, 2, 3, … */
  public long next(String owner, String key) {
    throw new AssertionError("skeleton");
  }

  /** Adds one if the count is below the limit; false, and nothing counted, when it is not. */
  public boolean tryTake(String owner, String key, long limit) {
    throw new AssertionError("skeleton");
  }

  /** Forgets every count. */
  public void reset() {
    throw new AssertionError("skeleton");
  }
}
