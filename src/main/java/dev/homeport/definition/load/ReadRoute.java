package dev.homeport.definition.load;

import dev.homeport.engine.route.Route;
import java.util.List;

/**
 * A route as it was read.
 *
 * @param route compiled
 * @param version equal while the route would answer alike: that of its own content, and of the
 *     {@code vars}, {@code first} and files that it uses
 */
record ReadRoute(Route route, String version) {

  /** {@code GET|PUT /users/{}}: by which a route is known again, whatever its variables' names. */
  String key() {
    return String.join("|", route.methods()) + " " + route.pattern().shape();
  }

  /** {@code GET /users/{}}, one a method: what no two routes may have. */
  List<String> claims(boolean ignoreTrailingSlash) {
    String shape =
        (ignoreTrailingSlash ? route.pattern().withoutTrailingSlash() : route.pattern()).shape();
    return route.methods().stream().map(method -> method + " " + shape).toList();
  }
}
