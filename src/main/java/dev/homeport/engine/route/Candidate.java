package dev.homeport.engine.route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A route that fits a request's method and path.
 *
 * @param values of the path's variables, decoded, in their order
 */
public record Candidate(Route route, List<String> values) {

  /** The variables by name. */
  public Map<String, String> path() {
    List<String> names = route.pattern().variables();
    if (names.isEmpty()) {
      return Map.of();
    }
    Map<String, String> path = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      path.put(names.get(i), values.get(i));
    }
    return path;
  }
}
