package dev.homeport.engine.explain;

import dev.homeport.engine.http.Handshake;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.Unanswered;
import dev.homeport.engine.route.NearRoute;
import dev.homeport.engine.route.Route;
import dev.homeport.engine.route.RouteIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why no route answered: in the answer, the log, the journal and the test's failure alike.
 * Immutable, at most some fifty kilobytes; keeps routes, and nothing of the request but words.
 *
 * @param status that was answered
 * @param title what kind of miss it is
 * @param detail what it is this time, in one line
 * @param allow the methods that the path has, or null when they do not matter
 * @param nearest at most five routes, the nearest first; empty when there is none, or when no route
 *     could change the answer
 * @param advice how a route must look that would answer, or null when none could
 */
public record MissReport(
    int status,
    String title,
    String detail,
    @Nullable String allow,
    List<RouteReport> nearest,
    @Nullable RouteAdvice advice)
    implements Unanswered, Explanation {

  private static final int NEAREST = 5;

  /** A record, a string or a list, its own fields and an array: 64-bit, compressed references. */
  private static final int OBJECT_BYTES = 48;

  public MissReport {
    nearest = List.copyOf(nearest);
  }

  /** A miss that no route could change. */
  public static MissReport of(int status, String title, String detail) {
    return new MissReport(status, title, detail, null, List.of(), null);
  }

  /** No route has the path; or, with {@code allow}, none the method. */
  public static MissReport noRoute(
      int status,
      String title,
      String detail,
      @Nullable String allow,
      Request request,
      RouteIndex routes) {
    List<RouteReport> nearest = near(request, routes, List.of());
    RouteAdvice advice = RouteAdvice.of(request, nearest);
    return new MissReport(
        status, title, detail + missing(routes.brokenFiles()), allow, nearest, advice);
  }

  /** Routes fit, but none of their cases holds. */
  public static MissReport noCase(Request request, List<CaseMiss> misses, RouteIndex routes) {
    List<RouteReport> nearest = near(request, routes, RouteReport.ofEach(misses));
    String detail = "Routes fit " + Words.request(request) + ", but none of their cases holds.";
    detail += missing(routes.brokenFiles());
    RouteAdvice advice = RouteAdvice.of(request, nearest);
    return new MissReport(404, "No case holds", detail, null, nearest, advice);
  }

  /** What else may be the reason: routes that a mistake in a file keeps away. */
  private static String missing(List<String> brokenFiles) {
    if (brokenFiles.isEmpty()) {
      return "";
    }
    int others = brokenFiles.size() - 1;
    String files =
        others == 0
            ? " has a problem, and serves what it did before it, or nothing."
            : " and " + others + " more have problems, and serve what they did before, or nothing.";
    return " Besides, " + brokenFiles.get(0) + files;
  }

  private static List<RouteReport> near(
      Request request, RouteIndex routes, List<RouteReport> fitting) {
    List<RouteReport> nearest = new ArrayList<>(fitting);
    List<Route> there = fitting.stream().map(RouteReport::route).toList();
    int most = NEAREST + Math.min(NEAREST, there.size());
    String method = Handshake.methodOf(request);
    for (NearRoute near : routes.nearest(method, request.rawPath(), most)) {
      if (!there.contains(near.route())) {
        nearest.add(RouteReport.of(near, method));
      }
    }
    return nearest.subList(0, Math.min(NEAREST, nearest.size()));
  }

  @Override
  public boolean isAnswered() {
    return false;
  }

  @Override
  public String line() {
    String said = detail.endsWith(".") ? detail.substring(0, detail.length() - 1) : detail;
    if (nearest.isEmpty()) {
      return said;
    }
    RouteReport first = nearest.get(0);
    String reason = first.firstReason();
    return said
        + " (nearest: "
        + Words.route(first.route())
        + ", "
        + Words.place(first.route().at())
        + (reason.isEmpty() ? "" : ": " + reason)
        + ")";
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(status).append(' ').append(detail).append('\n');
    if (!nearest.isEmpty()) {
      text.append("\nThe nearest routes:\n");
      nearest.forEach(route -> route.appendTo(text));
    } else if (advice != null) {
      text.append("\nThere is no route at all.\n");
    }
    if (advice != null) {
      text.append('\n').append(advice.invitation()).append("\n\n").append(advice.yaml());
    }
    return text.toString();
  }

  @Override
  public Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("title", title);
    details.put("status", status);
    details.put("detail", detail);
    details.putAll(members());
    return details;
  }

  /** The details without those that every problem has (RFC 9457, 3.2). */
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    if (allow != null) {
      members.put("allow", allow);
    }
    if (!nearest.isEmpty()) {
      members.put("nearest", nearest.stream().map(RouteReport::details).toList());
    }
    if (advice != null) {
      members.put("advice", advice.invitation());
      members.put("yaml", advice.yaml());
    }
    return members;
  }

  @Override
  public int bytes() {
    int characters = detail.length();
    int objects = 4;
    for (RouteReport route : nearest) {
      characters += route.characters();
      objects += route.objects();
    }
    if (advice != null) {
      characters += advice.invitation().length() + advice.yaml().length();
      objects += 3;
    }
    return characters + objects * OBJECT_BYTES;
  }
}
