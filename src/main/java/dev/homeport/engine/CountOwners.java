package dev.homeport.engine;

import dev.homeport.engine.route.CaseGroup;
import dev.homeport.engine.route.Choice;
import dev.homeport.engine.route.Route;
import dev.homeport.engine.route.RouteIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Under which names routes count. */
final class CountOwners {

  /** How often a case has answered. */
  static final String TIMES = "/times";

  /** How often a case with a {@code per} of its own was reached. */
  static final String CALLS = "/calls";

  /** Begins the name of a template's {@code counter}, which belongs to no route. */
  private static final String NAMED = "counter '";

  private CountOwners() {}

  /** The owners of the counts that these routes use, and all that templates name. */
  static Predicate<String> of(RouteIndex index) {
    Set<String> owners = new HashSet<>();
    for (Route route : index.routes()) {
      owners.add(route.identity());
      collect(List.of(route.own()), owners);
      collect(route.first(), owners);
    }
    return owner -> owner.startsWith(NAMED) || owners.contains(owner);
  }

  private static void collect(List<CaseGroup> groups, Set<String> owners) {
    for (CaseGroup group : groups) {
      group
          .cases()
          .forEach(
              each ->
                  List.of(TIMES, CALLS, Choice.POSITION)
                      .forEach(suffix -> owners.add(each.identity() + suffix)));
    }
  }
}
