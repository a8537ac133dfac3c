package dev.homeport.cli;

import dev.homeport.definition.load.LoadedMocks;
import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.VisibleText;
import dev.homeport.engine.route.Route;
import java.util.List;

/**
 * The routes as a table for people, a line each: method, path, what answers, where it stands.
 *
 * <pre>
 *   GET   /users/{id}  200 json  mocks/users.yaml:3
 *   POST  /users       2 cases   mocks/users.yaml:9
 * </pre>
 */
record RouteList(List<Route> routes) {

  /** Nobody reads more; a folder of ten thousand routes starts all the same. */
  private static final int MOST_SHOWN = 200;

  /** The table, each line ended by {@code \n}. */
  String render() {
    List<List<String>> rows = routes.stream().limit(MOST_SHOWN).map(RouteList::row).toList();
    String table = new Table(rows).render();
    int left = routes.size() - MOST_SHOWN;
    return left > 0 ? table + "  … and " + left + " more\n" : table;
  }

  /** How much was read: {@code 12 routes in 3 files}. */
  static String count(LoadedMocks mocks) {
    int routes = mocks.index().routes().size();
    int files = mocks.files();
    return routes
        + (routes == 1 ? " route in " : " routes in ")
        + files
        + (files == 1 ? " file" : " files");
  }

  private static List<String> row(Route route) {
    Location at = route.at();
    return List.of(
        String.join("|", route.methods()),
        VisibleText.of(route.pattern().toString()),
        VisibleText.of(route.summary()),
        VisibleText.of(at.file() + ":" + at.line()));
  }
}
