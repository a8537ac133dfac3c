package dev.homeport.engine.route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The routes of one shape of path, by method. Immutable. */
final class PathLeaf {

  private final int position;
  private final Map<String, Route> byMethod = new HashMap<>();

  /**
   * Sorts routes by method.
   *
   * @param position in the order of all paths, the most specific first
   */
  PathLeaf(int position, List<Route> routes) {
    this.position = position;
    for (Route route : routes) {
      route.methods().forEach(method -> byMethod.putIfAbsent(method, route));
    }
  }

  int position() {
    return position;
  }

  Set<String> methods() {
    return new TreeSet<>(byMethod.keySet());
  }

  /**
   * Adds the routes for a method: one that names it, for HEAD one that names GET, then {@code ANY}.
   */
  void collect(String method, List<String> values, List<Candidate> candidates) {
    add(byMethod.get(method), values, candidates);
    if (method.equals("HEAD")) {
      add(byMethod.get("GET"), values, candidates);
    }
    if (!method.equals("OPTIONS")) {
      add(byMethod.get(Methods.ANY), values, candidates);
    }
  }

  private static void add(@Nullable Route route, List<String> values, List<Candidate> candidates) {
    if (route != null) {
      candidates.add(new Candidate(route, values));
    }
  }
}
