package dev.homeport.engine.explain;

import dev.homeport.engine.http.Handshake;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.route.PathPattern;
import dev.homeport.engine.route.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route that would answer a request, and what to do with it.
 *
 * @param invitation one line, without a line break
 * @param yaml a route as a mock file has it, its path with every prefix; ends with a line break
 */
public record RouteAdvice(String invitation, String yaml) {

  /** Null when no route can be written for the request. */
  static @Nullable RouteAdvice of(Request request, List<RouteReport> nearest) {
    String path = RouteSketch.path(request.rawPath());
    if (path == null) {
      return null;
    }
    String yaml = RouteSketch.yaml(request, path);
    for (RouteReport report : nearest) {
      if (isTheSame(report.route(), Handshake.methodOf(request), path)) {
        return new RouteAdvice(
            "To answer it, add this as a case to " + Words.routeAt(report.route()) + ":", yaml);
      }
    }
    return new RouteAdvice(
        "To answer it, put this into a mock file (without its prefix, if it has one):", yaml);
  }

  /** Whether the route has this very path, so that a second one would be one too many. */
  private static boolean isTheSame(Route route, String method, String path) {
    return route.methods().contains(method)
        && RouteSketch.compiled(path)
            .map(PathPattern::shape)
            .filter(route.pattern().shape()::equals)
            .isPresent();
  }
}
