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
    for (Route route : routes) {
      for (String method : route.methods()) {
        (route.crud() == null ? byMethod : ofCollections)
            .computeIfAbsent(method, any -> new ArrayList<>(1))
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
  void collect(String method, List<String> values, List<Candidate> candidates) {
    add(byMethod.get(method), values, candidates);
    if (method.equals("HEAD")) {
      add(byMethod.get("GET"), values, candidates);
    }
    if (!method.equals("OPTIONS")) {
      add(byMethod.get(Methods.ANY), values, candidates);
    }
    if (!ofCollections.isEmpty()) {
      add(ofCollections.get(method.equals("HEAD") ? "GET" : method), values, candidates);
    }
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
