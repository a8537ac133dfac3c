package dev.homeport.engine.route;

import java.util.List;

/**
 * A route near to what was asked.
 *
 * @param takesMethod whether it would take the request's method
 * @param pathReasons in what its path differs, in words; empty when it fits
 */
public record NearRoute(Route route, boolean takesMethod, List<String> pathReasons) {

  public NearRoute {
    pathReasons = List.copyOf(pathReasons);
  }
}
