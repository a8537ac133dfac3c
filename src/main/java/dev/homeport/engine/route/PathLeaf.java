package dev.homeport.engine.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The routes of one shape of path, by method. Immutable. */
final class PathLeaf {

  private final int position;
  private final PathPattern pattern;
  private final String shape;

  /** The one route of this path, when that names one method, as nearly all do; else null. */
  private final @Nullable Route only;

  private final String method;

  private final Map<String, List<Route>> byMethod = new HashMap<>();

  /** Likewise those of collections, which come after what an author wrote. */
  private final Map<String, List<Route>> ofCollections = new HashMap<>();

  /**
   * Sorts routes by method.
   *
   * @param position in the order of all paths of a tree, the most specific first
   * @param pattern one of the paths of this shape, for the order of paths of several trees
   * @param routes of one method the earlier ones are tried before the later
   */
  PathLeaf(int position, PathPattern pattern, List<Route> routes) {
    this.position = position;
    this.pattern = pattern;
    this.shape = pattern.shape();
    boolean isAlone =
        routes.size() == 1 && routes.get(0).methods().size() == 1 && routes.get(0).crud() == null;
    this.only = isAlone ? routes.get(0) : null;
    this.method = isAlone ? routes.get(0).methods().iterator().next().intern() : "";
    for (Route route : routes) {
      for (String each : route.methods()) {
        (route.crud() == null ? byMethod : ofCollections)
            .computeIfAbsent(each, any -> new ArrayList<>(1))
            .add(route);
      }
    }
  }

  int position() {
    return position;
  }

  /** Negative when this path is more specific, 0 when both have one shape. */
  int compareTo(PathLeaf ofOtherTree) {
    return shape.equals(ofOtherTree.shape) ? 0 : pattern.compareTo(ofOtherTree.pattern);
  }

  Set<String> methods() {
    Set<String> methods = new TreeSet<>(byMethod.keySet());
    methods.addAll(ofCollections.keySet());
    return methods;
  }

  /**
   * Adds the routes for a method: those that name it, for HEAD those that name GET, then {@code
   * ANY}, then those of collections.
   */
  void collect(String asked, List<String> values, List<Candidate> candidates) {
    if (only != null) {
      if (takes(asked)) {
        candidates.add(new Candidate(only, values));
      }
      return;
    }
    add(byMethod.get(asked), values, candidates);
    if (asked.equals("HEAD")) {
      add(byMethod.get("GET"), values, candidates);
    }
    if (Methods.isOfAny(asked)) {
      add(byMethod.get(Methods.ANY), values, candidates);
    }
    if (!ofCollections.isEmpty()) {
      add(ofCollections.get(asked.equals("HEAD") ? "GET" : asked), values, candidates);
    }
  }

  /** Whether the one route there is answers such a request. */
  private boolean takes(String asked) {
    return asked.equals(method)
        || (asked.equals("HEAD") && method.equals("GET"))
        || (method.equals(Methods.ANY) && Methods.isOfAny(asked));
  }

  private static void add(
      @Nullable List<Route> routes, List<String> values, List<Candidate> candidates) {
    if (routes != null) {
      for (Route route : routes) {
        candidates.add(new Candidate(route, values));
      }
    }
  }
}
