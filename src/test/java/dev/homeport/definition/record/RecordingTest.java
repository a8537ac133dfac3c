package dev.homeport.definition.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The files, as a person would have written them. */
class RecordingTest {

  private final Heard heard = new Heard();

  @Test
  void aPathsValueIsAVariable() {
    heard.json("GET /users/7", 200, "{\"id\":7,\"name\":\"Ada Lovelace\"}");

    assertThat(heard.yaml())
        .isEqualTo(
            """
            GET /users/{id}:
              when: { path: { id: 7 } }
              json: { id: 7, name: Ada Lovelace }
            """);
  }

  @Test
  void answersPerIdAreCases() {
    heard
        .json("GET /api/v1/users", 200, "[{\"id\":1,\"name\":\"Ada\"},{\"id\":2,\"name\":\"Bob\"}]")
        .json("GET /api/v1/users/1", 200, "{\"id\":1,\"name\":\"Ada\"}")
        .json("GET /api/v1/users/2", 200, "{\"id\":2,\"name\":\"Bob\"}")
        .json("GET /api/v1/users/99", 404, "{\"error\":\"not found\"}")
        .empty("DELETE /api/v1/users/2", 204)
        .json(
            "POST /api/v1/users\n{\"name\":\"Cy\"}",
            201,
            "{\"id\":3,\"name\":\"Cy\"}",
            "Location: https://api.example.com/base/api/v1/users/3",
            "Date: Sat, 31 Jan 2026 12:00:00 GMT",
            "Server: nginx",
            "X-Request-Id: 17");

    assertThat(heard.yaml())
        .isEqualTo(
            """
            prefix: /api/v1

            GET /users:
              json:
                - { id: 1, name: Ada }
                - { id: 2, name: Bob }

            POST /users:
              status: 201
              headers: { Location: /api/v1/users/3 }
              json: { id: 3, name: Cy }

            GET /users/{id}:
              - when: { path: { id: 1 } }
                json: { id: 1, name: Ada }
              - when: { path: { id: 2 } }
                json: { id: 2, name: Bob }
              - status: 404
                json: { error: not found }

            DELETE /users/{id}:
              status: 204
            """);
  }

  @Nested
  class TheSameRequest {

    @Test
    void answeredAlikeIsOneResponse() {
      heard.text("GET /health", "text/plain", "fine").text("GET /health", "text/plain", "fine");

      assertThat(heard.yaml()).isEqualTo("GET /health:\n  text: fine\n");
    }

    @Test
    void answeredDifferentlyIsASequence() {
      heard
          .json("GET /jobs/7", 200, "{\"state\":\"running\"}")
          .json("GET /jobs/7", 200, "{\"state\":\"done\"}")
          .json("GET /jobs/7", 200, "{\"state\":\"done\"}");

      assertThat(heard.yaml())
          .isEqualTo(
              """
              GET /jobs/{id}:
                when: { path: { id: 7 } }
                sequence:
                  - { json: { state: running } }
                  - { json: { state: done } }
              """);
    }

    @Test
    void answeredAlikeForAWhileIsACaseForSoManyTimes() {
      heard
          .empty("GET /jobs", 202)
          .empty("GET /jobs", 202)
          .empty("GET /jobs", 202)
          .json("GET /jobs", 200, "{\"state\":\"done\"}");

      assertThat(heard.yaml())
          .isEqualTo(
              """
              GET /jobs:
                - times: 3
                  status: 202
                - json: { state: done }
              """);
    }
  }

  @Nested
  class RequestsThatDiffer {

    @Test
    void inTheQueryAreCasesTheOneWithoutItLast() {
      heard
          .json("GET /search", 200, "[]")
          .json("GET /search?q=lamp&page=2&_=17", 200, "[\"lamp 2\"]")
          .json("GET /search?q=lamp&_=18", 200, "[\"lamp 1\"]")
          .json("GET /search?q=mug&_=19", 200, "[\"mug\"]");

      assertThat(heard.yaml())
          .isEqualTo(
              """
              GET /search:
                - when: { query: { q: lamp, page: 2 } }
                  json: [lamp 2]
                - when: { query: { q: lamp } }
                  json: [lamp 1]
                - when: { query: { q: mug } }
                  json: [mug]
                - json: []
              """);
    }

    @Test
    void inTheirBodyAskForTheMemberThatMakesTheDifference() {
      heard
          .json("POST /orders\n{\"sku\":\"P-7\",\"note\":\"a\"}", 201, "{\"id\":1}")
          .json("POST /orders\n{\"sku\":\"P-8\",\"note\":\"a\"}", 201, "{\"id\":2}")
          .json("POST /orders\n{\"note\":\"a\"}", 422, "{\"error\":\"sku is missing\"}");

      assertThat(heard.yaml())
          .isEqualTo(
              """
              POST /orders:
                - when: { json: { sku: P-7 } }
                  status: 201
                  json: { id: 1 }
                - when: { json: { sku: P-8 } }
                  status: 201
                  json: { id: 2 }
                - status: 422
                  json: { error: sku is missing }
              """);
    }

    @Test
    void inWhatMakesNoDifferenceAreOneResponse() {
      heard
          .empty("POST /events\n{\"name\":\"click\",\"at\":17}", 202)
          .empty("POST /events\n{\"name\":\"scroll\",\"at\":18}", 202);

      assertThat(heard.yaml()).isEqualTo("POST /events:\n  status: 202\n");
    }
  }
}
