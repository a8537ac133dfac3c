package dev.homeport.definition.load;

import dev.homeport.engine.route.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

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

  static RouteChanges between(
      SortedMap<String, FolderState.File> before, SortedMap<String, FolderState.File> after) {
    Map<String, ReadRoute> old = new LinkedHashMap<>();
    before.forEach((name, file) -> collect(file, after.get(name), old));
    Map<String, ReadRoute> now = new LinkedHashMap<>();
    after.forEach((name, file) -> collect(file, before.get(name), now));
    List<Route> added = new ArrayList<>();
    List<Route> changed = new ArrayList<>();
    now.forEach(
        (key, read) -> {
          ReadRoute earlier = old.remove(key);
          if (earlier == null) {
            added.add(read.route());
          } else if (!earlier.version().equals(read.version())) {
            changed.add(read.route());
          }
        });
    List<Route> removed = old.values().stream().map(ReadRoute::route).toList();
    return new RouteChanges(added, changed, removed);
  }

  /** A file that serves what it did before needs no look. */
  @SuppressWarnings("ReferenceEquality") // the same list, not an equal one
  private static void collect(
      FolderState.File file, FolderState.@Nullable File other, Map<String, ReadRoute> routes) {
    if (other == null || other.serving() != file.serving()) {
      file.serving().forEach(read -> routes.put(read.key(), read));
    }
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
