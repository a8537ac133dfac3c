package dev.homeport.engine;

import dev.homeport.engine.route.Route;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is put on routes for a while, by their keys, so that it stays when a file is read anew. Safe
 * for any number of threads; asking costs next to nothing while there is none.
 */
final class Overrides {

  private final Map<String, RunningOverride> running = new ConcurrentHashMap<>();

  void put(String routeKey, RouteOverride override, LongSupplier nanoTime) {
    running.put(routeKey, new RunningOverride(override, nanoTime));
  }

  /** Takes it away; false when there was none. */
  boolean end(String routeKey) {
    RunningOverride ended = running.remove(routeKey);
    return ended != null && !ended.isOver();
  }

  void clear() {
    running.clear();
  }

  /** Whether nothing is on any route. */
  boolean isEmpty() {
    return running.isEmpty();
  }

  /** What is on a route now, or null. */
  @Nullable RunningOverride on(Route route) {
    if (running.isEmpty()) {
      return null;
    }
    RunningOverride found = running.get(route.key());
    if (found != null && found.isOver()) {
      running.remove(route.key(), found);
      return null;
    }
    return found;
  }
}
