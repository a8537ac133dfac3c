package dev.homeport.engine.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.http.PathSegments;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearRoutesTest {

  private static List<String> nearest(RouteIndex index, String method, String path) {
    return index.nearest(method, path, 5).stream().map(near -> near.route().key()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /userz, GET /users",
    "GET, /user, GET /users",
    "GET, /suers/7, GET /users/{id}",
    "GET, /USERS/7, GET /users/{id}",
    "GET, /users/7/, GET /users/{id}",
    "GET, /orders/abc, GET /orders/{id:[0-9]+}",
    "GET, /invoices, GET /api/v1/invoices",
    "GET, /v2/users/7, GET /users/{id}",
    "PATCH, /users, POST /users",
    "POST, /userz, POST /users",
    "GET, /files/readme, 'GET /files/{name}.{ext}'",
    "GET, /assets, GET /assets/{*path}"
  })
  void aSmallMistakeIsNearest(String method, String path, String expected) {
    RouteIndex index =
        Routes.index(
            "GET /health",
            "GET /users/{id}",
            "POST /users",
            "GET /users",
            "GET /orders/{id:[0-9]+}",
            "GET /api/v1/invoices",
            "GET /files/{name}.{ext}",
            "GET /assets/{*path}");

    assertThat(nearest(index, method, path)).hasSize(5).first().isEqualTo(expected);
  }

  @Test
  void oneAmongTenThousandIsFound() {
    List<Route> routes = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      routes.add(Routes.route("GET /things-" + i + "/{id}/parts"));
    }
    routes.add(Routes.route("GET /customers/{id}/orders"));
    RouteIndex index = RouteIndex.compile(routes, false);

    assertThat(nearest(index, "GET", "/custmers/7/orders").get(0))
        .isEqualTo("GET /customers/{id}/orders");
    assertThat(nearest(index, "GET", "/things-7777/1/part").get(0))
        .isEqualTo("GET /things-7777/{id}/parts");
  }

  @Test
  void lettersInAnotherOrderDoNotHideTheNearest() {
    List<Route> routes = new ArrayList<>();
    for (String word : List.of("retsnom", "monsetr", "nomster", "stermon", "ermonst", "tsermon")) {
      routes.add(Routes.route("GET /" + word));
    }
    routes.add(Routes.route("GET /monster"));
    RouteIndex index = RouteIndex.compile(routes, false);

    assertThat(nearest(index, "GET", "/monstre").get(0)).isEqualTo("GET /monster");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPathHasNoReasonExactlyWhenItFits(boolean ignoreTrailingSlash) {
    List<String> pieces =
        List.of("a", "A", "b", "", "7", "{x}", "{y:[0-9]+}", "{z}.{e}", "{*rest}", "a.b");
    Random random = new Random(4);
    int fitting = 0;
    for (int i = 0; i < 20_000; i++) {
      PathPattern pattern = Routes.pattern(pattern(pieces, random));
      List<String> path = PathSegments.parse(path(random));
      PathComparison comparison = new PathComparison(path, ignoreTrailingSlash);
      boolean fits = pattern.match(path, ignoreTrailingSlash) != null;
      fitting += fits ? 1 : 0;

      assertThat(comparison.reasons(pattern).isEmpty())
          .as("%s on %s: %s", pattern, path, comparison.reasons(pattern))
          .isEqualTo(fits);
    }
    assertThat(fitting).isGreaterThan(500);
  }

  private static String pattern(List<String> pieces, Random random) {
    StringBuilder pattern = new StringBuilder();
    int length = 1 + random.nextInt(4);
    for (int i = 0; i < length; i++) {
      String piece = pieces.get(random.nextInt(pieces.size()));
      pattern.append('/').append(piece.replace("x", "x" + i).replace("y:", "y" + i + ":"));
      if (piece.equals("{*rest}")) {
        break;
      }
    }
    return pattern.toString().replaceAll("\\{z}\\.\\{e}(?=.*\\{z})", "c");
  }

  private static String path(Random random) {
    List<String> pieces = List.of("a", "b", "", "7", "a.b", "B");
    StringBuilder path = new StringBuilder();
    int length = 1 + random.nextInt(4);
    for (int i = 0; i < length; i++) {
      path.append('/').append(pieces.get(random.nextInt(pieces.size())));
    }
    return path.toString();
  }

  @Test
  void aPathThatCannotBeDecodedIsNearToNothing() {
    assertThat(Routes.index("GET /a").nearest("GET", "/%zz", 5)).isEmpty();
  }
}
