package dev.homeport.engine.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the routes that are nearest to a request. All are looked at roughly, which takes a few
 * dozen nanoseconds a route; the nearest of these are compared letter by letter.
 */
final class NearRoutes {

  /** So many are compared closely, whatever the number of routes. */
  private static final int CLOSELY = 48;

  /** A route for another method is a little nearer than one whose path has a typo. */
  private static final int OTHER_METHOD = 2;

  private record Ranked(Route route, int position, int distance) {}

  private NearRoutes() {}

  /** The nearest first; of those that are as near, the one that was given first. */
  static List<NearRoute> find(List<Route> routes, String method, PathComparison path, int most) {
    List<Ranked> ranked = new ArrayList<>();
    for (int position : roughlyNearest(routes, method, path)) {
      Route route = routes.get(position);
      int distance = path.distance(route.pattern()) + distance(route, method);
      ranked.add(new Ranked(route, position, distance));
    }
    ranked.sort(Comparator.comparingInt(Ranked::distance).thenComparingInt(Ranked::position));
    return ranked.stream()
        .limit(most)
        .map(Ranked::route)
        .map(route -> near(route, method, path))
        .toList();
  }

  private static NearRoute near(Route route, String method, PathComparison path) {
    return new NearRoute(route, route.takes(method), path.reasons(route.pattern()));
  }

  private static int distance(Route route, String method) {
    return route.takes(method) ? 0 : OTHER_METHOD;
  }

  /** Positions of the roughly nearest; keeps the best so far sorted, distance before position. */
  private static List<Integer> roughlyNearest(
      List<Route> routes, String method, PathComparison path) {
    long[] best = new long[Math.min(CLOSELY, routes.size())];
    int filled = 0;
    for (int position = 0; position < routes.size(); position++) {
      Route route = routes.get(position);
      long worst = filled < best.length ? Long.MAX_VALUE : best[filled - 1];
      int distance = path.roughDistance(route.pattern());
      if (ranked(distance, position) >= worst) {
        continue; // whatever its method is
      }
      long ranked = ranked(distance + distance(route, method), position);
      if (ranked >= worst) {
        continue;
      }
      int at = filled < best.length ? filled++ : filled - 1;
      for (; at > 0 && best[at - 1] > ranked; at--) {
        best[at] = best[at - 1];
      }
      best[at] = ranked;
    }
    List<Integer> positions = new ArrayList<>(filled);
    for (int i = 0; i < filled; i++) {
      positions.add((int) best[i]);
    }
    return positions;
  }

  private static long ranked(int distance, int position) {
    return (long) distance << Integer.SIZE | position;
  }
}
