package dev.homeport.engine.route;

import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.SyntaxException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/** Routes without a response, for tests of the index. */
final class Routes {

  private Routes() {}

  static Route route(String key) {
    int space = key.indexOf(' ');
    LinkedHashSet<String> methods =
        new LinkedHashSet<>(Arrays.asList(key.substring(0, space).split("\\|")));
    CaseGroup none = new CaseGroup(List.of(), List.of());
    return new Route(
        Location.startOf("mocks.yaml"),
        methods,
        pattern(key.substring(space + 1)),
        key,
        List.of(),
        none,
        null);
  }

  static PathPattern pattern(String path) {
    try {
      return PathPattern.parse(path);
    } catch (SyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static RouteIndex index(String... keys) {
    return RouteIndex.compile(Arrays.stream(keys).map(Routes::route).toList(), false);
  }
}
