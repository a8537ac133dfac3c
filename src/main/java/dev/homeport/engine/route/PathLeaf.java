package dev.homeport.engine.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where a path of a {@link PathTree} ends: its routes, by method. Immutable. */
final class PathLeaf extends Step {

  private final List<SegmentPattern> left;

  /** The one route of this path, when that names one method, as nearly all do; else null. */
  private final @Nullable Route only;

  private final String method;
  private final int position;
  private final PathPattern pattern;

  /** The routes when there are more. */
  private final @Nullable Several several;

  /**
   * Routes by method.
   *
   * @param ofCollections those that come after what an author wrote
   */
  private record Several(Map<String, List<Route>> written, Map<String, List<Route>> ofCollections) {

    static Several of(List<Route> routes) {
      return new Several(byMethod(routes, false), byMethod(routes, true));
    }

    private static Map<String, List<Route>> byMethod(List<Route> routes, boolean ofCollections) {
      Map<String, List<Route>> byMethod = new HashMap<>();
      for (Route route : routes) {
        if ((route.crud() != null) == ofCollections) {
          for (String each : route.methods()) {
            byMethod.computeIfAbsent(each, any -> new ArrayList<>(1)).add(route);
          }
        }
      }
      return byMethod;
    }

    Set<String> methods() {
      Set<String> methods = new TreeSet<>(written.keySet());
      methods.addAll(ofCollections.keySet());
      return methods;
    }

    void collect(String asked, List<String> values, List<Candidate> candidates) {
      add(written.get(asked), values, candidates);
      if (asked.equals("HEAD")) {
        add(written.get("GET"), values, candidates);
      }
      if (Methods.isOfAny(asked)) {
        add(written.get(Methods.ANY), values, candidates);
      }
      add(ofCollections.get(asked.equals("HEAD") ? "GET" : asked), values, candidates);
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

  /**
   * Sorts routes by method.
   *
   * @param left what a path must have after the step before, not copied
   * @param position in the order of all paths of a tree, the most specific first
   * @param pattern one of the paths of this shape, for the order of paths of several trees
   * @param routes of one method the earlier ones are tried before the later
   */
  PathLeaf(
      String text,
      List<SegmentPattern> left,
      int position,
      PathPattern pattern,
      List<Route> routes) {
    super(text);
    this.left = left;
    this.position = position;
    this.pattern = pattern;
    Route first = routes.get(0);
    boolean isAlone = routes.size() == 1 && first.methods().size() == 1 && first.crud() == null;
    this.only = isAlone ? first : null;
    this.method = isAlone ? first.methods().iterator().next().intern() : "";
    this.several = isAlone ? null : Several.of(routes);
  }

  /** What a path must have after the step before. */
  List<SegmentPattern> left() {
    return left;
  }

  int position() {
    return position;
  }

  /** Negative when this path is more specific, 0 when both have one shape. */
  int compareTo(PathLeaf ofOtherTree) {
    return pattern.shape().equals(ofOtherTree.pattern.shape())
        ? 0
        : pattern.compareTo(ofOtherTree.pattern);
  }

  Set<String> methods() {
    return several == null ? Set.of(method) : several.methods();
  }

  /**
   * Adds the routes for a method: those that name it, for HEAD those that name GET, then {@code
   * ANY}, then those of collections.
   */
  void collect(String asked, List<String> values, List<Candidate> candidates) {
    if (only == null) {
      if (several != null) {
        several.collect(asked, values, candidates);
      }
    } else if (takes(asked)) {
      candidates.add(new Candidate(only, values));
    }
  }

  /** Whether the one route there is answers such a request. */
  private boolean takes(String asked) {
    return asked.equals(method)
        || (asked.equals("HEAD") && method.equals("GET"))
        || (method.equals(Methods.ANY) && Methods.isOfAny(asked));
  }
}
