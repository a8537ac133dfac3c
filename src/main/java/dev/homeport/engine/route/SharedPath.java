package dev.homeport.engine.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The routes of one shape of path, by method. Immutable. */
final class SharedPath extends PathLeaf {

  private final Map<String, List<Route>> written;

  /** Those that come after what an author wrote. */
  private final Map<String, List<Route>> ofCollections;

  /**
   * Sorts routes by method; otherwise as {@link PathLeaf}.
   *
   * @param routes of one method the earlier ones are tried before the later
   */
  SharedPath(
      String text,
      List<SegmentPattern> left,
      int position,
      PathPattern pattern,
      List<Route> routes) {
    super(text, left, position, pattern);
    this.written = byMethod(routes, false);
    this.ofCollections = byMethod(routes, true);
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

  @Override
  Set<String> methods() {
    Set<String> methods = new TreeSet<>(written.keySet());
    methods.addAll(ofCollections.keySet());
    return methods;
  }

  @Override
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
