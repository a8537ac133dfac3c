package dev.homeport.engine.explain;

import dev.homeport.diagnostic.VisibleText;
import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.route.Candidate;
import dev.homeport.engine.route.Case;
import dev.homeport.engine.route.Precedence;
import dev.homeport.engine.route.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which case of which route answers, and why it and no other.
 *
 * @param request as it is shown
 * @param route for which the case was tried
 * @param ofFirst whether the case stands in {@code first}
 * @param response what it sends, in a few words
 * @param before what was tried before and did not answer, in that order
 * @param after routes that fit, too, and come later, the first few
 * @param moreAfter how many others there are
 */
public record RouteExplanation(
    String request,
    Route route,
    Case answeredBy,
    boolean ofFirst,
    String response,
    List<RouteReport> before,
    List<LaterRoute> after,
    int moreAfter)
    implements Explanation {

  private static final int MOST_AFTER = 10;

  /** A route that fits and is tried later, and why later. */
  public record LaterRoute(Route route, String reason) {

    private Map<String, Object> details() {
      Map<String, Object> details = new LinkedHashMap<>();
      Words.put(details, route);
      details.put("reason", reason);
      return details;
    }
  }

  public RouteExplanation {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /**
   * Puts the words together.
   *
   * @param candidates all routes that fit, in the order in which they are tried
   * @param isPreferred whether the request itself chose the response ({@code Prefer})
   * @param misses of the cases that were tried before
   */
  public static RouteExplanation of(
      String request,
      List<Candidate> candidates,
      Route route,
      Case answeredBy,
      boolean ofFirst,
      ResponsePlan plan,
      boolean isPreferred,
      List<CaseMiss> misses) {
    List<LaterRoute> after = new ArrayList<>();
    boolean isLater = false;
    for (Candidate candidate : candidates) {
      if (isLater) {
        String why = Precedence.why(route, candidate.route());
        after.add(new LaterRoute(candidate.route(), VisibleText.of(why)));
      }
      isLater |= candidate.route().equals(route);
    }
    int shown = Math.min(MOST_AFTER, after.size());
    return new RouteExplanation(
        request,
        route,
        answeredBy,
        ofFirst,
        VisibleText.of(plan.summary()) + (isPreferred ? " (which the request prefers)" : ""),
        RouteReport.ofEach(misses),
        after.subList(0, shown),
        after.size() - shown);
  }

  @Override
  public boolean isAnswered() {
    return true;
  }

  /** Cases behind the one that answers. */
  private List<Case> later() {
    List<Case> cases = route.own().cases();
    int at = cases.indexOf(answeredBy);
    return at < 0 ? List.of() : cases.subList(at + 1, cases.size());
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(request).append(" is answered by ").append(Words.routeAt(route)).append('\n');
    text.append("  with ").append(response).append(" of the case at ");
    text.append(Words.place(answeredBy.at()));
    text.append(ofFirst ? ", one of 'first', which come before those of the routes\n" : "\n");
    if (!before.isEmpty()) {
      text.append("\nTried before, in this order:\n");
      before.forEach(each -> each.appendTo(text));
    }
    if (!later().isEmpty()) {
      text.append("\nNot tried, because the first case that holds answers:\n");
      later().stream()
          .limit(MOST_AFTER)
          .forEach(each -> text.append("  ").append(Words.place(each.at())).append('\n'));
      appendMore(text, later().size() - MOST_AFTER);
    }
    if (!after.isEmpty()) {
      text.append("\nAlso fit, and come later:\n");
      for (LaterRoute each : after) {
        text.append("  ").append(Words.routeAt(each.route())).append('\n');
        text.append("    ").append(each.reason()).append('\n');
      }
      appendMore(text, moreAfter);
    }
    return text.toString();
  }

  private static void appendMore(StringBuilder text, int more) {
    if (more > 0) {
      text.append("  and ").append(more).append(" more\n");
    }
  }

  @Override
  public Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("request", request);
    Words.put(details, route);
    Map<String, Object> by = new LinkedHashMap<>();
    Words.put(by, answeredBy.at());
    by.put("first", ofFirst);
    by.put("response", response);
    details.put("case", by);
    details.put("before", before.stream().map(RouteReport::details).toList());
    details.put("later", after.stream().map(LaterRoute::details).toList());
    return details;
  }
}
