package dev.homeport.engine.explain;

import dev.homeport.engine.route.NearRoute;
import dev.homeport.engine.route.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a route did not answer: it does not fit, or none of its cases holds.
 *
 * @param reasons why its method or path does not fit; empty when both do
 * @param cases why its cases did not answer, in the order in which they were tried, the first few
 * @param moreCases how many others there were
 */
public record RouteReport(
    Route route, List<String> reasons, List<CaseReason> cases, int moreCases) {

  private static final int MOST_CASES = 10;

  public RouteReport {
    reasons = List.copyOf(reasons);
    cases = List.copyOf(cases);
  }

  /** Of a route that fits. */
  static RouteReport of(Route route, List<CaseMiss> misses) {
    List<CaseReason> cases = misses.stream().limit(MOST_CASES).map(CaseReason::of).toList();
    return new RouteReport(route, List.of(), cases, misses.size() - cases.size());
  }

  /** Of routes that fit, each with its cases, in the order in which they were tried. */
  static List<RouteReport> ofEach(List<CaseMiss> misses) {
    Map<Route, List<CaseMiss>> byRoute = new LinkedHashMap<>();
    for (CaseMiss miss : misses) {
      byRoute.computeIfAbsent(miss.route(), any -> new ArrayList<>()).add(miss);
    }
    return byRoute.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue())).toList();
  }

  /** Of a route that does not fit. */
  static RouteReport of(NearRoute near, String method) {
    Route route = near.route();
    List<String> reasons = new ArrayList<>();
    if (!near.takesMethod()) {
      reasons.add("method: the route has " + String.join("|", route.methods()) + ", not " + method);
    }
    near.pathReasons().forEach(reason -> reasons.add("path: " + reason));
    return new RouteReport(route, reasons, List.of(), 0);
  }

  /** The first of its reasons, or empty when there is none. */
  String firstReason() {
    if (!reasons.isEmpty()) {
      return reasons.get(0);
    }
    return cases.isEmpty() ? "" : cases.get(0).text();
  }

  void appendTo(StringBuilder text) {
    text.append("  ").append(Words.routeAt(route)).append('\n');
    reasons.forEach(reason -> text.append("    ").append(reason).append('\n'));
    cases.forEach(each -> text.append("    ").append(each.line()).append('\n'));
    if (moreCases > 0) {
      text.append("    and ").append(moreCases).append(" more cases\n");
    }
  }

  Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    Words.put(details, route);
    details.put("reasons", reasons);
    details.put("cases", cases.stream().map(CaseReason::details).toList());
    if (moreCases > 0) {
      details.put("moreCases", moreCases);
    }
    return details;
  }

  /** Characters that it alone holds; the route has its own. */
  int characters() {
    return reasons.stream().mapToInt(String::length).sum()
        + cases.stream().mapToInt(CaseReason::characters).sum();
  }

  /** Objects that it alone holds: texts, lists and records. */
  int objects() {
    return 3 + reasons.size() + 5 * cases.size();
  }
}
