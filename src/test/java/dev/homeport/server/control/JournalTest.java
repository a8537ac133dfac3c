package dev.homeport.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.Homeport;
import dev.homeport.HomeportOptions;
import dev.homeport.server.control.ControlClient.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class JournalTest {

  private final Homeport server =
      Homeport.start(
          HomeportOptions.ofYaml(
                  """
                  GET /users/{id}: { name: user, json: { id: "{{path.id}}" } }
                  POST /users: { status: 201, base64: gAEC }
                  DELETE /users/{id}: { status: 204 }
                  """)
              .withPort(0));
  private final ControlClient client = new ControlClient(server.url());

  @BeforeEach
  void ask() {
    client.mock("/users/7?full=1");
    client.mock("POST", "/users", "{\"name\":\"Ada\"}", "Content-Type", "application/json");
    client.mock("DELETE", "/users/7", "");
    client.mock("/nobody");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                  | 4 3 2 1
          order=oldest                        | 1 2 3 4
          method=GET                          | 4 1
          method=GET,DELETE                   | 4 3 1
          path=/users/{id}                    | 3 1
          path=/users                         | 2
          route=user                          | 1
          route=GET%20/users/%7Bid%7D         | 1
          status=2xx                          | 3 2 1
          status=404                          | 4
          matched=false                       | 4
          matched=true&method=POST            | 2
          since=2                             | 4 3
          since=2000-01-01T00:00:00Z          | 4 3 2 1
          since=2999-01-01T00:00:00%2B01:00   | ''
          limit=3                             | 4 3 2
          limit=2&cursor=3                    | 2 1
          """)
  void isFiltered(String query, String ids) {
    Answer answer = client.get("/journal?" + query.replace("{", "%7B").replace("}", "%7D"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(String.join(" ", ids(answer))).isEqualTo(ids);
  }

  @ParameterizedTest
  @CsvSource({"newest, 4 3 2 1", "oldest, 1 2 3 4"})
  void isReadPageByPage(String order, String ids) {
    List<String> read = new ArrayList<>();
    String cursor = "";
    while (true) {
      Answer page = client.get("/journal?limit=1&order=" + order + cursor);
      read.addAll(ids(page));
      JsonNode next = page.json().path("next");
      if (next.isNull()) {
        break;
      }
      cursor = "&cursor=" + next.asString();
    }

    assertThat(String.join(" ", read)).isEqualTo(ids);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limit=0      | The query parameter limit is '0'; it must be a number from 1 to 1000.
          limit=2&limit=3 | The query parameter limit is there more than once.
          status=4x    | The query parameter status is '4x'; it must be a status like 404, or a class like 4xx.
          matched=yes  | The query parameter matched is 'yes'; it must be true or false.
          since=monday | The query parameter since is 'monday'; it must be the id of a request, or an instant like 2026-01-31T12:00:00Z.
          order=random | The query parameter order is 'random'; it must be newest or oldest.
          cursor=x     | The query parameter cursor is 'x'; it must be what 'next' of the page before is.
          method=      | The query parameter method is ''; it must be a method, or several: GET,POST.
          limt=1       | The query parameter 'limt' is not known (did you mean limit?): known are cursor, limit, matched, method, order, path, route, since, status.
          """)
  void aWrongParameterIsNamed(String query, String detail) {
    Answer answer = client.get("/journal?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("detail")).isEqualTo(detail);
  }

  @Test
  void oneRequestIsShownWithAllOfIt() {
    JsonNode request = client.get("/journal/2").json();

    assertThat(request.at("/request/body/text").asString()).isEqualTo("{\"name\":\"Ada\"}");
    assertThat(request.at("/response/body/base64").asString()).isEqualTo("gAEC");
    assertThat(request.at("/request/url").asString()).isEqualTo(server.url() + "/users");
    assertThat(request.path("status").asInt()).isEqualTo(201);
    assertThat(request.at("/route/key").asString()).isEqualTo("POST /users");
    assertThat(request.at("/route/at").asString()).contains(".java line ");
    assertThat(request.path("millis").isNumber()).isTrue();
  }

  @Test
  void whyNoRouteAnsweredIsShown() {
    JsonNode request = client.get("/journal/4").json();

    assertThat(request.path("matched").asBoolean()).isFalse();
    assertThat(request.path("why").asString()).contains("/nobody");
    assertThat(request.path("text").asString()).contains("/nobody");
    assertThat(request.at("/report/detail").asString()).contains("/nobody");
  }

  @Test
  void itsOwnRequestsAreNotInIt() {
    client.get("/journal");
    client.get("/nonsense");
    client.post("/verify", "{}");
    client.send("POST", "/verify", "text/plain", "");

    assertThat(ids(client.get("/journal"))).containsExactly("4", "3", "2", "1");
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void isCleared() {
    assertThat(client.delete("/journal").status()).isEqualTo(204);

    assertThat(client.get("/journal").json().path("total").asInt()).isZero();
    Answer gone = client.get("/journal/1");
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.text("detail"))
        .isEqualTo(
            "The journal holds no request 1: it was dropped or cleared, or has not come yet.");
  }

  private static List<String> ids(Answer answer) {
    return answer
        .json()
        .path("requests")
        .valueStream()
        .map(each -> each.path("id").asString())
        .toList();
  }
}
