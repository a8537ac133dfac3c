package dev.homeport.definition.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "00042",
        "550e8400-e29b-41d4-a716-446655440000",
        "507f1f77bcf86cd799439011",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "P-7",
        "ORD-2026-0001",
        "cus_9s6XKzkNRiz8i3",
        "V1StGXR8_Z5jdHi6B-myT",
        "2026-01-31",
        "ada@example.test"
      })
  void valuesLookLikeValues(String segment) {
    assertThat(IdText.isId(segment)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "users",
        "v1",
        "oauth2",
        "me",
        "user_settings",
        "feedface",
        "deadbeefcafe",
        "a-rather-long-slug-of-2026",
        "findByStatusAndCategory",
        "sitemap.xml",
        "2fa",
        "iso-8859-1"
      })
  void wordsDoNot(String segment) {
    assertThat(IdText.isId(segment)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      textBlock =
          """
          /                        > /
          /users                   > /users
          /users/                  > /users/
          /users/7                 > /users/{id}
          /users/7.json            > /users/{id}.json
          /users/7/posts/12        > /users/{userId}/posts/{id}
          /user-groups/7/members/3 > /user-groups/{userGroupId}/members/{id}
          /categories/7/items/8    > /categories/{categoryId}/items/{id}
          /7/8/9                   > /7/{key}/{id}
          /2/tweets/17             > /2/tweets/{id}
          /rates/2026-01-31        > /rates/{date}
          /a%2Fb/%7Bx%7D           > /a%2Fb/%7Bx%7D
          /files/1.2.3             > /files/1.2.3
          """)
  void pathsHaveNamesInThePlaceOfTheirValues(String path, String expected) {
    PathShape shape = PathShape.of(path);

    assertThat(shape).isNotNull().extracting(PathShape::path).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "/%zz", "/__homeport/health", "/__homeport"})
  void somePathsNoRouteCanHave(String path) {
    assertThat(PathShape.of(path)).isNull();
  }
}
