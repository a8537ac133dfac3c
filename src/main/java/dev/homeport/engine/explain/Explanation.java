package dev.homeport.engine.explain;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a request would get, and why. Immutable. */
public sealed interface Explanation permits RouteExplanation, ServerExplanation, MissReport {

  /** Whether a route answers. */
  boolean isAnswered();

  /** In several lines for people, fit to be shown; ends with a line break. */
  String text();

  /** For programs: Map, List, String, Number and Boolean, as JSON is made of. */
  Map<String, Object> details();

  /** {@code answered}, true or false, and the details. */
  default Map<String, Object> asMap() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("answered", isAnswered());
    all.putAll(details());
    return all;
  }
}
