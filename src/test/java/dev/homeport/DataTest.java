package dev.homeport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Collections over HTTP and from Java. */
class DataTest {

  private static final int AT_ONCE = 64;

  private final Homeport api =
      Homeport.start(
          HomeportOptions.ofYaml(
                  """
                  data:
                    users: [ { id: 1, name: Ada } ]
                    profile: { seed: { theme: dark } }
                  CRUD /users: { data: users }
                  CRUD /profile: { data: profile }
                  POST /users/{id}/visit:
                    vars: { user: "{{data 'users' path.id}}" }
                    save: { users: { id: "{{path.id}}", visits: "{{math (default vars.user.visits 0) '+' 1}}" } }
                    json: "{{data 'users' path.id}}"
                  POST /take:
                    - { when: { data: { users: { id: 1, taken: true } } }, status: 409 }
                    - { save: { users: { id: 1, taken: true } }, status: 201 }
                  """)
              .withPort(0));

  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    api.close();
  }

  private static HttpRequest request(
      String url, String method, String body, String... moreHeaders) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    return (moreHeaders.length == 0 ? request : request.headers(moreHeaders)).build();
  }

  private HttpResponse<String> ask(
      Homeport port, String method, String path, String body, String... moreHeaders) {
    HttpRequest request = request(port.url() + path, method, body, moreHeaders);
    return http.sendAsync(request, BodyHandlers.ofString()).join();
  }

  private List<HttpResponse<String>> atOnce(String method, String path, String body, int times) {
    List<CompletableFuture<HttpResponse<String>>> asked =
        IntStream.range(0, times)
            .mapToObj(i -> request(api.url() + path, method, body))
            .map(request -> http.sendAsync(request, BodyHandlers.ofString()))
            .toList();
    return asked.stream().map(CompletableFuture::join).toList();
  }

  @Test
  void noIdIsGivenTwiceAndNoRecordLost() {
    List<HttpResponse<String>> made = atOnce("POST", "/users", "{}", AT_ONCE * 4);

    assertThat(made).allMatch(answer -> answer.statusCode() == 201);
    assertThat(made.stream().map(HttpResponse::body)).doesNotHaveDuplicates();
    assertThat(api.records("users"))
        .hasSize(1 + AT_ONCE * 4)
        .extracting(record -> record.get("id"))
        .doesNotHaveDuplicates()
        .contains(1 + AT_ONCE * 4L);
  }

  @Test
  void noChangeIsLost() {
    IntStream.range(0, AT_ONCE)
        .mapToObj(i -> request(api.url() + "/users/1", "PATCH", "{\"f" + i + "\":" + i + "}"))
        .map(request -> http.sendAsync(request, BodyHandlers.ofString()))
        .toList()
        .forEach(CompletableFuture::join);

    assertThat(api.records("users").get(0)).hasSize(2 + AT_ONCE);
  }

  @Test
  void aSaveIsOneStepWithWhatItReads() {
    List<HttpResponse<String>> visits = atOnce("POST", "/users/1/visit", "", AT_ONCE);

    assertThat(visits.stream().map(HttpResponse::body)).doesNotHaveDuplicates();
    assertThat(api.records("users").get(0).get("visits")).hasToString("" + AT_ONCE);
  }

  @Test
  void ofManyAtOnceOneFindsTheRecordAsItWas() {
    List<HttpResponse<String>> takes = atOnce("POST", "/take", "", AT_ONCE);

    assertThat(takes).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
  }

  @Test
  void ofManyThatSawTheSameRecordOneChangesIt() {
    String etag = ask(api, "GET", "/users/1", "").headers().firstValue("ETag").orElseThrow();
    List<Integer> statuses =
        IntStream.range(0, AT_ONCE)
            .mapToObj(
                i ->
                    http.sendAsync(
                        request(
                            api.url() + "/users/1", "PUT", "{\"n\":" + i + "}", "If-Match", etag),
                        BodyHandlers.ofString()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .map(HttpResponse::statusCode)
            .toList();

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 412).hasSize(AT_ONCE - 1);
  }

  @Test
  void aFreshCopyIsNotSentAgain() {
    for (String path : List.of("/users", "/users/1", "/profile")) {
      String etag = ask(api, "GET", path, "").headers().firstValue("ETag").orElseThrow();

      assertThat(ask(api, "GET", path, "", "If-None-Match", etag).statusCode()).isEqualTo(304);
    }
    ask(api, "PATCH", "/users/1", "{\"name\":\"Bob\"}");
    assertThat(ask(api, "GET", "/users", "", "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
  }

  @Test
  void aPageReadsTheHeadersOfAList() {
    HttpResponse<String> list =
        ask(api, "GET", "/users?_page=1", "", "Origin", "http://localhost:5173");

    assertThat(list.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
        .contains("X-Total-Count", "Link", "ETag");
    assertThat(list.headers().firstValue("Link").orElseThrow())
        .startsWith("<" + api.url() + "/users?_page=1>; rel=\"first\"");
  }

  @Test
  void aForkHasDataOfItsOwnAndAResetLeadsBack() {
    ask(api, "DELETE", "/users/1", "");
    try (Homeport fork = api.fork()) {
      assertThat(fork.records("users")).isEmpty();
      ask(fork, "POST", "/users", "{\"name\":\"Eve\"}");
      assertThat(fork.records("users")).hasSize(1);
      assertThat(api.records("users")).isEmpty();
      fork.reset();
      assertThat(fork.records("users")).isEmpty();
    }
    ask(api, "PUT", "/profile", "{}");
    api.reset();
    assertThat(api.records("users")).containsExactly(Map.of("id", 1L, "name", "Ada"));
    assertThat(api.data("profile")).contains(Map.of("theme", "dark"));
  }

  @Test
  void isReadAndSetByAProgram() {
    api.setData("users", List.of(Map.of("name", "Bob"), new User(7, "Eve")));
    api.setData("profile", 5);

    assertThat(ask(api, "GET", "/users", "").body())
        .isEqualTo("[{\"id\":8,\"name\":\"Bob\"},{\"id\":7,\"name\":\"Eve\"}]");
    assertThat(api.data("profile")).contains(5);
    assertThatThrownBy(() -> api.setData("users", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'users' is a list of records");
    assertThatThrownBy(() -> api.setData("users", List.of(new User(1, "a"), new User(1, "b"))))
        .hasMessage("item 2 of 'users' has the id '1', as one before it");
    assertThatThrownBy(() -> api.data("nobody")).hasMessage("there is no collection 'nobody'");
    assertThatThrownBy(() -> api.records("profile"))
        .hasMessage("'profile' is one value, no list of records");
  }

  private record User(int id, String name) {}

  @Test
  void isBounded() {
    String large = "{\"text\":\"" + "x".repeat(20 << 20) + "\"}";
    assertThat(ask(api, "POST", "/users", large).statusCode()).isEqualTo(201);

    HttpResponse<String> refused = ask(api, "POST", "/users", large);

    assertThat(refused.statusCode()).isEqualTo(507);
    assertThat(refused.body()).contains("users: the data would be larger than 32 MiB");
    assertThat(api.records("users")).hasSize(2);
    assertThat(ask(api, "DELETE", "/users/2", "").statusCode()).isEqualTo(200);
    assertThat(ask(api, "POST", "/users", large).statusCode()).isEqualTo(201);
  }

  @Test
  void theControlApiListsShowsAndReplacesIt() {
    assertThat(ask(api, "GET", "/__homeport/data", "").body())
        .contains("{\"name\":\"users\",\"kind\":\"list\",\"id\":\"id\",\"records\":1,")
        .contains("{\"name\":\"profile\",\"kind\":\"value\"");
    assertThat(ask(api, "PUT", "/__homeport/data/users", "[{\"id\":\"x\"}]").statusCode())
        .isEqualTo(204);
    assertThat(ask(api, "GET", "/__homeport/data/users", "").body()).isEqualTo("[{\"id\":\"x\"}]");
    assertThat(ask(api, "PUT", "/__homeport/data/users", "{}").statusCode()).isEqualTo(400);
    assertThat(ask(api, "PUT", "/__homeport/data/usres", "[]").body())
        .contains("did you mean 'users'?");
    assertThat(ask(api, "POST", "/__homeport/reset", "{}").statusCode()).isEqualTo(204);
    assertThat(api.records("users")).containsExactly(Map.of("id", 1L, "name", "Ada"));
  }

  @Test
  void whatIsLoadedMayBringAndNameCollections() {
    api.load(
        """
        data: { orders: [ { id: 5 } ] }
        CRUD /orders: { data: orders }
        GET /both: { json: [ "{{size (data 'orders')}}", "{{size (data 'users')}}" ] }
        """);

    assertThat(ask(api, "POST", "/orders", "{}").body()).isEqualTo("{\"id\":6}");
    assertThat(ask(api, "GET", "/both", "").body()).isEqualTo("[2,1]");
    assertThatThrownBy(() -> api.load("GET /x: { text: \"{{data 'order'}}\" }"))
        .isInstanceOf(InvalidMocksException.class)
        .hasMessageContaining("unknown collection 'order' (did you mean 'orders'?)");
    api.reset();
    assertThatThrownBy(() -> api.data("orders")).hasMessage("there is no collection 'orders'");
    assertThat(ask(api, "GET", "/orders", "").statusCode()).isEqualTo(404);
  }

  @Test
  void explainingChangesNothing() {
    String explained =
        ask(api, "GET", "/__homeport/explain?method=DELETE&target=/users/1", "").body();

    assertThat(explained).contains("remove one of users");
    assertThat(api.records("users")).hasSize(1);
  }
}
