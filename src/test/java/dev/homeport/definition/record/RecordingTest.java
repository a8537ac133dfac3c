package dev.homeport.definition.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.answer.ForwardObserver;
import dev.homeport.engine.answer.ForwardedExchange;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Request;
import java.util.List;
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

  @Test
  void routesAreCountedAsTheyAreWritten() {
    heard.text("GET /a", "text/plain", "a").any("HEAD /a", 200, "text/plain", new byte[0]);

    assertThat(heard.yaml()).isEqualTo("GET /a:\n  text: a\n");
    assertThat(heard.recording().routes()).isEqualTo(1);
  }

  @Test
  void aParameterSentTwiceComesBeforeOneOfItsValues() {
    heard
        .json("GET /search?tag=1", 200, "[1]")
        .json("GET /search?tag=1&tag=2", 200, "[1,2]")
        .json("GET /search?tag=2&tag=1", 200, "[]")
        .json("GET /search", 200, "[]");

    assertThat(heard.yaml())
        .isEqualTo(
            """
            GET /search:
              - when: { query: { tag: [1, 2] } }
                json: [1, 2]
              - when: { query: { tag: [2, 1] } }
                json: []
              - when: { query: { tag: 1 } }
                json: [1]
              - json: []
            """);
  }

  @Test
  void aParameterSentTwiceIsNotLeftToTheLastCaseWhenAnotherHasOneOfItsValues() {
    heard
        .json("GET /search?tag=1", 200, "[1]")
        .json("GET /search?tag=1&tag=2", 200, "[]")
        .json("GET /search?tag=3", 200, "[]");

    assertThat(heard.yaml())
        .isEqualTo(
            """
            GET /search:
              - when: { query: { tag: [1, 2] } }
                json: []
              - when: { query: { tag: 1 } }
                json: [1]
              - json: []
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

  @Nested
  class HeadersOfAnswers {

    @Test
    void ofTheMomentAndOfTheMachinesAreLeftOut() {
      heard.json(
          "GET /users",
          200,
          "[]",
          "Date: Sat, 31 Jan 2026 12:00:00 GMT",
          "Connection: keep-alive",
          "Content-Length: 2",
          "Transfer-Encoding: chunked",
          "Via: 1.1 varnish",
          "Age: 17",
          "CF-RAY: 8c1",
          "X-Amzn-Trace-Id: Root=1",
          "X-RateLimit-Remaining: 59",
          "Access-Control-Allow-Origin: *",
          "Vary: Accept-Encoding, Origin",
          "ETag: W/\"2-l9Fw4VUO7kr8CvBlt4zaMCqXZ0w\"",
          "Strict-Transport-Security: max-age=31536000");

      assertThat(heard.yaml()).isEqualTo("GET /users:\n  json: []\n");
    }

    @Test
    void thatSayMoreAreKeptInTheirOrder() {
      heard.json(
          "GET /users",
          200,
          "[]",
          "Link: </users?page=2>; rel=\"next\"",
          "X-Total-Count: 42",
          "Vary: Accept-Language",
          "ETag: \"7\"",
          "Cache-Control: no-store",
          "Warning: 199 - gone",
          "X-Braces: {{x}}");

      assertThat(heard.yaml())
          .isEqualTo(
              """
              GET /users:
                headers:
                  Link: '</users?page=2>; rel="next"'
                  X-Total-Count: 42
                  Vary: Accept-Language
                  ETag: '"7"'
                  Cache-Control: no-store
                  X-Braces: '\\{{x}}'
                json: []
              """);
    }

    @Test
    void ofEveryAnswerAreSaidOnce() {
      String version = "X-Version: 3";
      heard
          .json("GET /users", 200, "[]", version)
          .json("GET /users/1", 200, "{}", version)
          .empty("DELETE /users/1", 204, version);

      assertThat(heard.yaml())
          .isEqualTo(
              """
              defaults:
                headers: { X-Version: 3 }

              GET /users:
                json: []

              GET /users/{id}:
                when: { path: { id: 1 } }
                json: {}

              DELETE /users/{id}:
                status: 204
              """);
    }

    @Test
    void aRedirectToTheApiItselfStaysOnThisServer() {
      heard
          .empty("GET /a", 302, "Location: " + Heard.ORIGIN + "/b?x=1")
          .empty("GET /a/c", 302, "Location: https://other.example.com/d");

      assertThat(heard.yaml())
          .isEqualTo(
              """
              GET /a:
                status: 302
                headers: { Location: "/b?x=1" }

              GET /a/c:
                status: 302
                headers: { Location: "https://other.example.com/d" }
              """
                  .replace("\"", ""));
    }

    @Test
    void aTypeThatHomeportWouldSendAnywayIsNotSaid() {
      heard
          .text("GET /t/json", "application/json; charset=UTF-8", "[]")
          .text("GET /t/html", "text/html", "<p>")
          .text("GET /t/problem", "application/problem+json", "{}")
          .text("GET /t/svg", "image/svg+xml", "<svg/>")
          .text("GET /t/text", "text/plain;charset=utf-8", "a");

      assertThat(heard.yaml())
          .isEqualTo(
              """
              GET /t/html:
                html: "<p>"

              GET /t/json:
                json: []

              GET /t/problem:
                headers: { Content-Type: application/problem+json }
                json: {}

              GET /t/svg:
                file: t/svg.svg

              GET /t/text:
                text: a
              """);
    }
  }

  @Nested
  class SecretsInThem {

    @Test
    void areReplacedWhereverTheirNamesTell() {
      heard.json(
          "POST /login\n{\"user\":\"ada\",\"password\":\"s3cret\"}",
          200,
          "{\"access_token\":\"eyJhbGciOi\",\"token_type\":\"Bearer\",\"nextPageToken\":\"p2\"}",
          "Set-Cookie: sid=abc123; Domain=example.com; Path=/; Expires=Sun, 01 Feb 2026 12:00:00 GMT",
          "Set-Cookie: old=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
          "X-Auth-Token: abc",
          "Location: /home?token=abc&page=2");

      assertThat(heard.yaml())
          .isEqualTo(
              """
              POST /login:
                headers:
                  Set-Cookie:
                    - sid=REDACTED; Path=/
                    - "old=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT"
                  X-Auth-Token: REDACTED
                  Location: /home?token=REDACTED&page=2
                json: { access_token: REDACTED, token_type: Bearer, nextPageToken: p2 }
              """);
    }

    @Test
    void areNoConditions() {
      heard
          .json("GET /me?api_key=k1&lang=en", 200, "{\"hello\":\"Ada\"}")
          .json("GET /me?api_key=k2&lang=de", 200, "{\"hallo\":\"Bob\"}")
          .json("POST /me\n{\"password\":\"a\"}", 401, "{}")
          .json("POST /me\n{\"password\":\"b\"}", 200, "{}");

      assertThat(heard.yaml())
          .isEqualTo(
              """
              GET /me:
                - when: { query: { lang: en } }
                  json: { hello: Ada }
                - when: { query: { lang: de } }
                  json: { hallo: Bob }

              POST /me:
                sequence:
                  - { status: 401, json: {} }
                  - { json: {} }
              """);
    }

    @Test
    void areFoundByTheirLooksWhenTheyAreTokens() {
      heard.json("GET /a", 200, "{\"x\":\"eyJhbGciOi.eyJzdWIiOi.c2ln\",\"z\":[\"eyJhbGciOi\"]}");

      assertThat(heard.yaml()).isEqualTo("GET /a:\n  json: { x: REDACTED, z: [eyJhbGciOi] }\n");
    }

    @Test
    void stayWhenTheUserWantsThem() {
      Heard kept = new Heard(true);
      kept.json("GET /token", 200, "{\"token\":\"abc\"}", "Set-Cookie: sid=abc");

      assertThat(kept.yaml())
          .isEqualTo("GET /token:\n  headers: { Set-Cookie: sid=abc }\n  json: { token: abc }\n");
    }
  }

  @Nested
  class LargeOrBinaryBodies {

    @Test
    void lieInFilesWhereThePathLeads() {
      String list = "[" + "\"a rather long name\",".repeat(200) + "\"end\"]";
      heard
          .json("GET /api/users", 200, list)
          .json("GET /api/users?page=2", 200, list + " ")
          .any("GET /api/users/7/avatar", 200, "image/jpeg", new byte[] {1, 2})
          .any("GET /api/users/con/a%2F..%2Fb", 200, "application/x-odd", new byte[] {3})
          .json("POST /api/users\n{}", 200, list);

      assertThat(heard.files().keySet())
          .containsExactly(
              "users.yaml",
              "users/7/avatar.jpg",
              "users/con-/a-2F..-2Fb.bin",
              "users/index-page-2.json",
              "users/index-post.json",
              "users/index.json");
    }

    @Test
    void ofManyResourcesAreFoundByThePath() {
      for (int i = 1; i <= 6; i++) {
        heard.json("GET /users/" + i, 200, "{\"id\":" + i + "}");
      }
      heard.json("GET /users/99", 404, "{\"error\":\"not found\"}");

      assertThat(heard.files())
          .containsEntry("users/6.json", "{\"id\":6}")
          .containsEntry(
              "users.yaml",
              """
              # Recorded from https://api.example.com/base on 2026-01-31.

              GET /users/{id}:
                - file: "users/{{path.id}}.json"
                - status: 404
                  json: { error: not found }
              """);
    }

    @Test
    void ofManySiblingsAreFoundByTheirNames() {
      for (String name : List.of("ada", "bob", "cy", "dee", "eve", "fay", "gus", "hal")) {
        heard.json("GET /people/" + name, 200, "{\"name\":\"" + name + "\"}");
      }
      heard.json("GET /people/search", 200, "[]");

      assertThat(heard.files().get("people.yaml"))
          .endsWith(
              """
              GET /people/search:
                json: []

              GET /people/{name}:
                file: "people/{{path.name}}.json"
              """);
    }
  }

  @Nested
  class WhatNoMockCanAnswer {

    @Test
    void isRefusedWithTheReason() {
      byte[] none = new byte[0];

      assertThat(heard.add("GET /%zz", 200, "", none).refusal()).contains("path");
      assertThat(heard.add("TRACE /a", 200, "", none).refusal()).contains("method");
      assertThat(heard.add("GET /a", 999, "", none).refusal()).contains("999");
      assertThat(heard.recording().add(broken()).refusal()).contains("not whole");
      assertThat(heard.files()).isEmpty();
    }

    @Test
    void orWithTheLimitThatItIsLargerThan() {
      ForwardedExchange large =
          Heard.exchange(
              Heard.request("GET /a"),
              200,
              Headers.none(),
              new byte[ForwardObserver.MOST_BODY],
              false);

      assertThat(heard.recording().add(large).refusal()).contains("larger than 67108864 bytes");
    }

    private static ForwardedExchange broken() {
      Request request = Heard.request("GET /a");
      return Heard.exchange(request, 200, Headers.none(), new byte[1], false);
    }

    @Test
    void neitherWhatHasNoRoomAnyMore() {
      Heard small = new Heard(false, 3_000);
      byte[] body = new byte[1_500];

      assertThat(small.add("GET /a", 200, "", body).refusal()).isNull();
      assertThat(small.add("GET /b", 200, "", body).refusal()).contains("3000 bytes");
    }
  }
}
