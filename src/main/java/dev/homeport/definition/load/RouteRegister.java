package dev.homeport.definition.load;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.route.PathPattern;
import dev.homeport.engine.route.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The routes of all files, of which no two may have the same method and shape of path. */
final class RouteRegister {

  private final Map<String, Route> byMethodAndShape = new HashMap<>();
  private final boolean ignoreTrailingSlash;

  RouteRegister(boolean ignoreTrailingSlash) {
    this.ignoreTrailingSlash = ignoreTrailingSlash;
  }

  /** Two routes that are one. */
  record Clash(Location earlier, Location later, String method) {}

  /** The clashes of a file's routes with those before, and among themselves; nothing is added. */
  List<Clash> clashes(List<Route> routes) {
    List<Clash> clashes = new ArrayList<>();
    Map<String, Route> own = new HashMap<>();
    for (Route route : routes) {
      for (String method : route.methods()) {
        String key = key(method, route);
        Route earlier =
            byMethodAndShape.containsKey(key) ? byMethodAndShape.get(key) : own.get(key);
        if (earlier != null) {
          clashes.add(new Clash(earlier.at(), route.at(), method));
        }
        own.putIfAbsent(key, route);
      }
    }
    return clashes;
  }

  /** Adds a file's routes. */
  void add(List<Route> routes) {
    for (Route route : routes) {
      route.methods().forEach(method -> byMethodAndShape.putIfAbsent(key(method, route), route));
    }
  }

  private String key(String method, Route route) {
    PathPattern pattern =
        ignoreTrailingSlash ? route.pattern().withoutTrailingSlash() : route.pattern();
    return method + " " + pattern.shape();
  }
}
