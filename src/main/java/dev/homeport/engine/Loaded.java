package dev.homeport.engine;

import dev.homeport.engine.route.Route;
import java.util.List;
import java.util.stream.Stream;

/**
 * Routes and collections that were loaded at run time and lie over those of the files. Immutable.
 *
 * @param routes the newest first
 */
record Loaded(List<Route> routes, LiveCollections collections) {

  Loaded {
    routes = List.copyOf(routes);
  }

  static Loaded nothing() {
    return new Loaded(List.of(), LiveCollections.none());
  }

  /** These with others over them. */
  Loaded under(List<Route> others, LiveCollections otherCollections) {
    return new Loaded(
        Stream.concat(others.stream(), routes.stream()).toList(),
        collections.under(otherCollections));
  }
}
