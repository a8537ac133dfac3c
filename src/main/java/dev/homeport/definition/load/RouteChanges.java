package dev.homeport.definition.load;

import dev.homeport.engine.route.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which routes a reload added, changed and removed. A route is known again by its methods and the
 * shape of its path; it has changed when its content has, or the {@code vars}, {@code first} or
 * files that it uses. One that only moved, within a file or to another one, is none of these.
 */
public record RouteChanges(List<Route> added, List<Route> changed, List<Route> removed) {

  public RouteChanges {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
  }

  static RouteChanges between(FolderState before, FolderState after) {
    Map<String, ReadRoute> old = collect(before, after);
    Map<String, ReadRoute> now = collect(after, before);
    List<Route> added = new ArrayList<>();
    List<Route> changed = new ArrayList<>();
    now.forEach(
        (key, read) -> {
          ReadRoute earlier = old.remove(key);
          if (earlier == null) {
            added.add(read.route());
          } else if (!read.answersAs(earlier)) {
            changed.add(read.route());
          }
        });
    List<Route> removed = old.values().stream().map(ReadRoute::route).toList();
    return new RouteChanges(added, changed, removed);
  }

  /** A file that serves what it does in the other state needs no look. */
  @SuppressWarnings("ReferenceEquality") // the same, not an equal one
  private static Map<String, ReadRoute> collect(FolderState state, FolderState other) {
    CollectionKinds kinds = CollectionKinds.of(state.mocks().plans());
    Map<String, ReadRoute> routes = new LinkedHashMap<>();
    state
        .files()
        .forEach(
            (name, file) -> {
              FolderState.File same = other.files().get(name);
              if (same == null || same.serving() != file.serving()) {
                file.serving().routes().stream()
                    .filter(read -> kinds.have(read.route()))
                    .forEach(read -> routes.put(read.key(), read));
              }
            });
    return routes;
  }

  /** Whether all routes answer as before. */
  public boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
  }

  /** {@code +2 routes, ~1, -0}. */
  @Override
  public String toString() {
    return "+"
        + added.size()
        + (added.size() == 1 ? " route" : " routes")
        + ", ~"
        + changed.size()
        + ", -"
        + removed.size();
  }
}
