package dev.homeport.engine.route;

import static dev.homeport.engine.route.Routes.index;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.http.PathSegments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteIndexTest {

  /** Words that fit, and others of the same length or beginning. */
  private static final String[] WORDS = {
    "a",
    "b",
    "ab",
    "a.b",
    "ax.b",
    "c",
    "",
    "%61",
    "a%00",
    "sixteenlettersab",
    "sixteenlettersac",
    "seventeenletters.",
    "seventeenletters!",
    "%C3%A9",
    "%C3%A8"
  };

  /** The keys of the routes that fit, best first; or what else the index says. */
  private static List<String> found(RouteIndex index, String method, String path) {
    Lookup lookup = index.find(method, path);
    if (lookup instanceof Lookup.Found found) {
      return found.candidates().stream().map(candidate -> candidate.route().key()).toList();
    }
    return List.of(lookup.toString());
  }

  private static Map<String, String> path(RouteIndex index, String path) {
    return ((Lookup.Found) index.find("GET", path)).candidates().get(0).path();
  }

  @ParameterizedTest
  @CsvSource({
    "/users/{id}, /users/7, id=7",
    "/users/{id}, /users/a%2Fb, id=a/b",
    "/files/{name}.{ext}, /files/archive.tar.gz, name=archive.tar ext=gz",
    "/v1/jobs/{id}:run, /v1/jobs/7:run, id=7",
    "/n/{id:[0-9]{2}}, /n/42, id=42",
    "/r/{a:(x|y)z}-{b}, /r/xz-q, a=xz b=q",
    "/assets/{*path}, /assets/, path=",
    "/assets/{*path}, /assets/css/a.css, path=css/a.css",
    "/{a}/{b}/{*c}, /1/2/3/4, a=1 b=2 c=3/4"
  })
  void variablesHaveTheirValues(String pattern, String path, String expected) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : expected.split(" ", -1)) {
      values.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }

    assertThat(path(index("GET " + pattern), path)).isEqualTo(values);
  }

  @ParameterizedTest
  @CsvSource({
    "/users/{id}, /users/",
    "/users/{id}, /users",
    "/users/{id}, /users/7/",
    "/users, /Users",
    "/assets/{*path}, /assets",
    "/n/{id:[0-9]+}, /n/7a",
    "/f/{a}.{b}, /f/.b",
    "/f/{a}.{b}, /f/a."
  })
  void otherPathsAreNotFound(String pattern, String path) {
    assertThat(index("GET " + pattern).find("GET", path)).isInstanceOf(Lookup.Nothing.class);
  }

  @Nested
  class WhenSeveralRoutesFit {

    @Test
    void theMoreSpecificIsTriedFirstWhateverTheOrderOfFiles() {
      RouteIndex index =
          index(
              "GET /users/{*rest}",
              "GET /users/{id}",
              "GET /users/{id:[a-z]+}",
              "GET /users/{a}e",
              "GET /users/me");

      assertThat(found(index, "GET", "/users/me"))
          .containsExactly(
              "GET /users/me",
              "GET /users/{a}e",
              "GET /users/{id:[a-z]+}",
              "GET /users/{id}",
              "GET /users/{*rest}");
    }

    @Test
    void aNamedMethodBeatsAny() {
      RouteIndex index = index("ANY /a", "GET /a");

      assertThat(found(index, "GET", "/a")).containsExactly("GET /a", "ANY /a");
      assertThat(found(index, "PURGE", "/a").toString()).contains("UnknownMethod");
      assertThat(found(index, "PUT", "/a")).containsExactly("ANY /a");
    }

    @Test
    void aMoreSpecificPathBeatsANamedMethod() {
      assertThat(found(index("GET /{id}", "ANY /a"), "GET", "/a"))
          .containsExactly("ANY /a", "GET /{id}");
    }
  }

  @Nested
  class MethodRules {

    @Test
    void headIsAnsweredByHeadThenGetThenAny() {
      assertThat(found(index("GET /a", "HEAD /a", "ANY /a"), "HEAD", "/a"))
          .containsExactly("HEAD /a", "GET /a", "ANY /a");
    }

    @Test
    void optionsIsNeverTakenByAny() {
      assertThat(index("ANY /a").find("OPTIONS", "/a"))
          .isEqualTo(
              new Lookup.OtherMethods("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS", false));
      assertThat(found(index("OPTIONS /a"), "OPTIONS", "/a")).containsExactly("OPTIONS /a");
    }

    @Test
    void allowIsTheUnionOverAllPathsThatFit() {
      assertThat(index("GET|PUT /a", "DELETE /{id}", "POST /b").find("POST", "/a"))
          .isEqualTo(new Lookup.OtherMethods("GET, HEAD, PUT, DELETE, OPTIONS", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "BREW", "get", ""})
    void unknownMethodsAreTakenByNothing(String method) {
      assertThat(index("ANY /a").find(method, "/a")).isInstanceOf(Lookup.UnknownMethod.class);
    }
  }

  @Test
  void aBadEscapeIsABadPath() {
    assertThat(index("GET /{a}").find("GET", "/%zz")).isInstanceOf(Lookup.BadPath.class);
  }

  @Test
  void aTrailingSlashMattersUnlessToldOtherwise() {
    Route route = Routes.route("GET /a");
    Route slash = Routes.route("GET /b/");
    RouteIndex strict = RouteIndex.compile(List.of(route, slash), false);
    RouteIndex lenient = RouteIndex.compile(List.of(route, slash), true);

    assertThat(strict.find("GET", "/a/")).isInstanceOf(Lookup.Nothing.class);
    assertThat(strict.find("GET", "/b")).isInstanceOf(Lookup.Nothing.class);
    assertThat(found(lenient, "GET", "/a/")).containsExactly("GET /a");
    assertThat(found(lenient, "GET", "/b")).containsExactly("GET /b/");
    assertThat(found(lenient, "GET", "/b/")).containsExactly("GET /b/");
  }

  /** Looking up in the tree must equal trying every route in the order of specificity. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aLookupEqualsAScanOverAllRoutes(long seed) {
    Random random = new Random(seed);
    assertThatALookupEqualsAScan(random, 300, 1_000);
    for (int i = 0; i < 100; i++) {
      assertThatALookupEqualsAScan(random, 1 + random.nextInt(5), 50);
    }
  }

  private static void assertThatALookupEqualsAScan(Random random, int most, int paths) {
    Map<String, Route> routes = new LinkedHashMap<>();
    for (int i = 0; i < most; i++) {
      Route route = Routes.route(pick(random, "GET", "POST", "ANY") + " " + randomPattern(random));
      routes.putIfAbsent(route.methods() + route.pattern().shape(), route);
    }
    List<Route> all = new ArrayList<>(routes.values());
    Map<String, PathPattern> representatives = new HashMap<>();
    for (Route route : all) {
      // Routes of one shape stand together; the first spelling of the path decides ties.
      representatives.merge(
          route.pattern().shape(), route.pattern(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
    all.sort(
        Comparator.comparing(
            route -> representatives.getOrDefault(route.pattern().shape(), route.pattern())));
    RouteIndex index = RouteIndex.compile(all, false);

    for (int i = 0; i < paths; i++) {
      String path = randomPath(random);
      String method = pick(random, "GET", "POST", "PUT", "HEAD");
      Lookup lookup = index.find(method, path);
      List<String> got =
          lookup instanceof Lookup.Found found
              ? found.candidates().stream().map(each -> each.route().key()).toList()
              : List.of();
      assertThat(got).as(method + " " + path).isEqualTo(scan(all, method, path));
    }
  }

  private static List<String> scan(List<Route> routes, String method, String path) {
    List<String> segments = PathSegments.parse(path);
    Map<String, Integer> places = new HashMap<>();
    routes.forEach(route -> places.putIfAbsent(route.pattern().shape(), places.size()));
    return routes.stream()
        .filter(route -> rank(route, method) < 9)
        .filter(route -> fits(route.pattern().segments(), segments))
        .sorted(
            Comparator.comparing((Route route) -> places.get(route.pattern().shape()))
                .thenComparing(route -> rank(route, method)))
        .map(Route::key)
        .toList();
  }

  private static int rank(Route route, String method) {
    if (route.methods().contains(method)) {
      return 0;
    }
    if (method.equals("HEAD") && route.methods().contains("GET")) {
      return 1;
    }
    return route.methods().contains("ANY") ? 2 : 9;
  }

  private static boolean fits(List<SegmentPattern> patterns, List<String> segments) {
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i) instanceof SegmentPattern.Rest) {
        return i < segments.size();
      }
      if (i >= segments.size() || !fits(patterns.get(i), segments.get(i))) {
        return false;
      }
    }
    return patterns.size() == segments.size();
  }

  private static boolean fits(SegmentPattern pattern, String segment) {
    if (pattern instanceof SegmentPattern.Literal literal) {
      return literal.text().equals(segment);
    }
    if (pattern instanceof SegmentPattern.Expression expression) {
      return segment.matches(expression.expression().toString());
    }
    if (pattern instanceof SegmentPattern.Mixed mixed) {
      return segment.matches(mixed.shape().replace(".", "\\.").replace("{}", ".+"));
    }
    return !segment.isEmpty();
  }

  private static String randomPattern(Random random) {
    StringBuilder pattern = new StringBuilder();
    int depth = 1 + random.nextInt(4);
    for (int i = 0; i < depth; i++) {
      String name = "v" + random.nextInt(1000) + "_" + i;
      pattern.append('/');
      pattern.append(
          pick(
              random,
              "a",
              "b",
              "a.b",
              "sixteenlettersab",
              "seventeenletters.",
              "é",
              "{" + name + "}",
              "{" + name + ":[ab]+}",
              "{" + name + "}.b",
              "a{" + name + "}",
              i == depth - 1 ? "{*" + name + "}" : "b",
              i == depth - 1 ? "" : "a"));
    }
    return pattern.toString();
  }

  private static String randomPath(Random random) {
    StringBuilder path = new StringBuilder();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      path.append('/').append(pick(random, WORDS));
    }
    return path.toString();
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
