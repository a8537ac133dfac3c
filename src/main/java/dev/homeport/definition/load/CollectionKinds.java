package dev.homeport.definition.load;

import dev.homeport.engine.CollectionPlan;
import dev.homeport.engine.route.Route;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Which collections are lists of records, and which one value: that decides which of the routes of
 * a {@code CRUD} key there are. Immutable.
 */
record CollectionKinds(Map<String, Boolean> lists) {

  CollectionKinds {
    lists = Map.copyOf(lists);
  }

  static CollectionKinds of(Collection<CollectionPlan> plans) {
    Map<String, Boolean> lists = new HashMap<>();
    plans.forEach(plan -> lists.put(plan.name(), plan.isList()));
    return new CollectionKinds(lists);
  }

  /** Whether a route is there; one of a collection that has a problem is there as for a list. */
  boolean have(Route route) {
    Route.Crud crud = route.crud();
    return crud == null || lists.getOrDefault(crud.collection(), true) == crud.ofList();
  }
}
