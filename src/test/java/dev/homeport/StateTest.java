package dev.homeport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a port remembers from one request to the next, over HTTP and from Java. */
class StateTest {

  private static final int AT_ONCE = 64;

  private final Homeport api =
      Homeport.start(
          HomeportOptions.ofYaml(
                  """
                  POST /take:
                    - { when: { state: { seat: absent } }, set: { seat: taken }, status: 201 }
                    - { when: { state: { seat: taken } }, status: 409 }
                  POST /visit: { set: { n: "{{math (default state.n 0) '+' 1}}" }, text: "{{state.n}}" }
                  GET /seat: { text: "{{default state.seat 'free'}}" }
                  """)
              .withPort(0));

  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    api.close();
  }

  private static HttpRequest request(String url, String method, String body) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body))
        .build();
  }

  private HttpResponse<String> ask(Homeport port, String method, String path, String body) {
    return http.sendAsync(request(port.url() + path, method, body), BodyHandlers.ofString()).join();
  }

  private String seat(Homeport port) {
    return ask(port, "GET", "/seat", "").body();
  }

  private List<HttpResponse<String>> atOnce(String path) {
    List<CompletableFuture<HttpResponse<String>>> asked =
        IntStream.range(0, AT_ONCE)
            .mapToObj(
                i -> http.sendAsync(request(api.url() + path, "POST", ""), BodyHandlers.ofString()))
            .toList();
    return asked.stream().map(CompletableFuture::join).toList();
  }

  @Test
  void ofManyAtOnceOneFindsItAsItWas() {
    List<Integer> statuses = atOnce("/take").stream().map(HttpResponse::statusCode).toList();

    assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 409).hasSize(AT_ONCE - 1);
  }

  @Test
  void eachBodySeesWhatItsOwnRequestHasSet() {
    List<String> bodies = atOnce("/visit").stream().map(HttpResponse::body).toList();

    assertThat(bodies)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, AT_ONCE).mapToObj(String::valueOf).toList());
  }

  @Test
  void isReadAndSetByAProgram() {
    api.setState("seat", "taken");
    api.setState("order", Map.of("lines", List.of(1, 2)));

    assertThat(ask(api, "POST", "/take", "").statusCode()).isEqualTo(409);
    assertThat(api.state())
        .containsExactly(
            Map.entry("order", Map.of("lines", List.of(1, 2))), Map.entry("seat", "taken"));
    assertThat(api.state("seat")).contains("taken");
    api.removeState("seat");
    assertThat(api.state("seat")).isEmpty();
    assertThat(seat(api)).isEqualTo("free");
  }

  @Test
  void nobodyChangesWhatAProgramHasSet() {
    List<Object> lines = new ArrayList<>(List.of(1));
    api.setState("lines", lines);
    lines.add(2);

    assertThat(api.state("lines")).contains(List.of(1));
    api.state().clear();
    assertThat(api.state()).hasSize(1);
  }

  @Test
  void isBounded() {
    assertThatThrownBy(() -> api.setState("a", "x".repeat(9 << 20)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the state would be larger than 8 MiB (");
    assertThat(api.state()).isEmpty();
  }

  @Test
  void aForkBeginsWithACopyAndAResetLeadsBackToIt() {
    api.setState("seat", "taken");
    try (Homeport fork = api.fork()) {
      assertThat(seat(fork)).isEqualTo("taken");
      fork.setState("seat", "sold");
      assertThat(seat(api)).isEqualTo("taken");
      fork.reset();
      assertThat(seat(fork)).isEqualTo("taken");
    }
    api.reset();
    assertThat(seat(api)).isEqualTo("free");
  }

  @Test
  void whatIsKeptOutlivesAReset() {
    api.setState("seat", "kept");
    api.keepLoaded();
    api.setState("seat", "taken");
    api.reset();
    assertThat(seat(api)).isEqualTo("kept");
    api.releaseLoaded();
    api.reset();
    assertThat(seat(api)).isEqualTo("free");
  }

  @Test
  void theControlApiShowsReplacesAndEmptiesIt() {
    api.setState("old", 1);

    assertThat(ask(api, "PUT", "/__homeport/state", "{\"seat\":\"sold\",\"n\":1.50}").statusCode())
        .isEqualTo(204);
    assertThat(ask(api, "GET", "/__homeport/state", "").body())
        .isEqualTo("{\"n\":1.50,\"seat\":\"sold\"}");
    assertThat(seat(api)).isEqualTo("sold");
    assertThat(ask(api, "PUT", "/__homeport/state", "[]").statusCode()).isEqualTo(400);
    assertThat(ask(api, "DELETE", "/__homeport/state", "").statusCode()).isEqualTo(204);
    assertThat(api.state()).isEmpty();
  }

  @Test
  void tooMuchOfItIsRefusedAsAWhole() {
    Map<String, Integer> names = new HashMap<>();
    IntStream.rangeClosed(0, 10_000).forEach(i -> names.put("n" + i, i));
    String json = dev.homeport.engine.json.Json.write(names);

    HttpResponse<String> refused = ask(api, "PUT", "/__homeport/state", json);

    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).contains("more than 10000 names");
    assertThat(api.state()).isEmpty();
  }

  @Test
  void explainingSetsNothing() {
    String explained = ask(api, "GET", "/__homeport/explain?method=POST&target=/take", "").body();

    assertThat(explained).contains("201");
    assertThat(api.state()).isEmpty();
  }

  @Test
  void cannotBeVerified() {
    assertThat(
            ask(
                    api,
                    "POST",
                    "/__homeport/verify",
                    "{\"request\":\"POST /take\",\"when\":{\"state\":{\"seat\":\"taken\"}}}")
                .body())
        .contains("'state seat to equal 'taken'' cannot be verified");
  }
}
