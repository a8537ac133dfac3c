package dev.homeport.definition.load;

import dev.homeport.engine.route.Route;
import java.util.ArrayList;
import java.util.List;

/**
 * A route as it was read.
 *
 * @param route compiled
 * @param used equal while the {@code vars}, {@code first} and files that it uses are the same
 */
record ReadRoute(Route route, String used) {

  /**
   * Whether it surely answers as another version of it did: it says the same, and uses the same.
   */
  boolean answersAs(ReadRoute other) {
    return route.identity().equals(other.route.identity()) && used.equals(other.used);
  }

  /** {@code GET|PUT /users/{}}: by which a route is known again, whatever its variables' names. */
  String key() {
    String crudOrNothing = route.crud() == null ? "" : CrudReader.METHOD + " ";
    return crudOrNothing + String.join("|", route.methods()) + " " + route.pattern().shape();
  }

  /**
   * {@code GET /users/{}}, one a method: what no two routes may have; of a collection's route
   * {@code CRUD GET /users/{}}.
   */
  List<String> claims(boolean ignoreTrailingSlash) {
    String shape =
        (ignoreTrailingSlash ? route.pattern().withoutTrailingSlash() : route.pattern()).shape();
    Route.Crud crud = route.crud();
    if (crud != null && !crud.ofList()) {
      return List.of(); // its twin for lists claims the same
    }
    String crudOrNothing = crud == null ? "" : CrudReader.METHOD + " ";
    List<String> claims = new ArrayList<>(route.methods().size());
    for (String method : route.methods()) {
      claims.add(crudOrNothing + method + " " + shape);
    }
    return claims;
  }
}
