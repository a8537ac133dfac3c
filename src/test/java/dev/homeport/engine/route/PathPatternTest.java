package dev.homeport.engine.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.homeport.diagnostic.SyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "users        | does not begin with a slash                  | 0",
        "/a?b=1       | a path has no query string, found '?b=1'     | 2",
        "/a#b         | a path has no '#'                            | 2",
        "/a b         | a path has no spaces                         | 2",
        "/{a          | a '{' without its '}'                        | 1",
        "/a}          | a '}' without its '{'                        | 2",
        "/{}          | '{}' is not a variable                       | 1",
        "/{a b}       | '{a b}' is not a variable                    | 1",
        "/{a}/{a}     | the variable 'a' occurs twice in the path    | 5",
        "/{*a}/b      | {*…} takes the rest of the path              | 5",
        "/a{*b}       | {*…} takes whole segments                    | 1",
        "/{id:}       | the expression after the colon is empty      | 5",
        "/{id:[0-9}   | is not a regular expression                  | 8",
        "/a%2         | 'a%2' has a bad percent-escape               | 1",
        "/a/../b      | '..' never reaches a route                   | 3",
      })
  void mistakesAreNamedWithTheirPlace(String path, String message, int offset) {
    SyntaxException error =
        catchThrowableOfType(SyntaxException.class, () -> PathPattern.parse(path));

    assertThat(error).isNotNull();
    assertThat(error.getMessage()).contains(message);
    assertThat(error.offset()).isEqualTo(offset);
  }

  @ParameterizedTest
  @CsvSource({
    "/users/{id}, /users/{name}",
    "/files/{name}.{ext}, /files/{a}.{b}",
    "/%7Eada, /~ada",
    "/a/{*rest}, /a/{*all}"
  })
  void pathsThatDifferInNamesOnlyHaveOneShape(String one, String other) {
    assertThat(Routes.pattern(one).shape()).isEqualTo(Routes.pattern(other).shape());
  }

  @ParameterizedTest
  @CsvSource({
    "/users/{id}, /users/{id:[0-9]+}",
    "/users/{id}, /users/{id}/",
    "/users/a%2Fb, /users/a/b",
    "/a/{*rest}, /a/{rest}"
  })
  void pathsThatDifferInAnythingElseDoNot(String one, String other) {
    assertThat(Routes.pattern(one).shape()).isNotEqualTo(Routes.pattern(other).shape());
  }

  @ParameterizedTest
  @CsvSource({
    "/users/me, /users/{id}",
    "/users/v{n}, /users/{id:[0-9]+}",
    "/users/{id:[0-9]+}, /users/{id}",
    "/users/{id}, /users/{*rest}",
    "/users/{id}/posts, /{kind}/7/posts",
    "/f/{a}.json, /f/{a}.js",
    "/f/{a}.js, /f/{a}.{b}",
    "/a/{x}/{y}, /a/{*rest}",
    "/b/{x}, /c/{x}"
  })
  void theMoreSpecificComesFirst(String specific, String general) {
    assertThat(Routes.pattern(specific)).isLessThan(Routes.pattern(general));
    assertThat(Routes.pattern(general)).isGreaterThan(Routes.pattern(specific));
  }
}
