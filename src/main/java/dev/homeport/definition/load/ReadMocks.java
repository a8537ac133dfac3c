package dev.homeport.definition.load;

import dev.homeport.diagnostic.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * What a mock file holds, or serves of it: without what has a problem.
 *
 * @param routes those of collections among them, whatever the collection is
 */
record ReadMocks(List<ReadRoute> routes, List<SeededCollection> collections) {

  ReadMocks {
    routes = List.copyOf(routes);
    collections = List.copyOf(collections);
  }

  static ReadMocks nothing() {
    return new ReadMocks(List.of(), List.of());
  }

  /**
   * What no two files may have.
   *
   * @param key {@code GET /users/{}}, or {@code data users}
   */
  record Claim(String key, Location at) {

    /**
     * The clash with another one, in words.
     *
     * @param other where that is: {@code at mocks/a.yaml:3:1}
     */
    String clash(String other) {
      int space = key.indexOf(' ');
      String what = key.substring(0, space);
      return what.equals(CollectionNames.KEY)
          ? "the collection '" + key.substring(space + 1) + "' is declared " + other + ", too"
          : what + ": the same route as " + other;
    }
  }

  /** What this claims. */
  List<Claim> claims(boolean ignoreTrailingSlash) {
    List<Claim> claims = new ArrayList<>();
    for (ReadRoute read : routes) {
      for (String key : read.claims(ignoreTrailingSlash)) {
        claims.add(new Claim(key, read.route().at()));
      }
    }
    collections.forEach(each -> claims.add(new Claim(each.claim(), each.plan().at())));
    return claims;
  }

  boolean isEmpty() {
    return routes.isEmpty() && collections.isEmpty();
  }
}
