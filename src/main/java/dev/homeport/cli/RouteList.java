package dev.homeport.cli;

import dev.homeport.definition.load.LiveFolder;
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

  /** How much was read: {@code 12 routes in 3 files}, {@code …, 2 services}. */
  static String count(LiveFolder mocks) {
    int routes = mocks.routes();
    int files = mocks.files();
    int services = mocks.services().size();
    return routes
        + (routes == 1 ? " route in " : " routes in ")
        + files
        + (files == 1 ? " file" : " files")
        + (services == 0 ? "" : ", " + services + (services == 1 ? " service" : " services"));
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
