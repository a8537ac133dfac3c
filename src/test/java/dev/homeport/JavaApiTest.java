package dev.homeport;

import static dev.homeport.Count.atLeast;
import static dev.homeport.Count.atMost;
import static dev.homeport.Count.never;
import static dev.homeport.Count.once;
import static dev.homeport.Count.times;
import static dev.homeport.Matcher.absent;
import static dev.homeport.Matcher.anyOf;
import static dev.homeport.Matcher.contains;
import static dev.homeport.Matcher.containsJson;
import static dev.homeport.Matcher.equalTo;
import static dev.homeport.Matcher.gte;
import static dev.homeport.Matcher.in;
import static dev.homeport.Matcher.is;
import static dev.homeport.Matcher.length;
import static dev.homeport.Matcher.lt;
import static dev.homeport.Matcher.matches;
import static dev.homeport.Matcher.not;
import static dev.homeport.Matcher.present;
import static dev.homeport.Matcher.startsWith;
import static dev.homeport.RequestPattern.anyRequest;
import static dev.homeport.RequestPattern.delete;
import static dev.homeport.RequestPattern.get;
import static dev.homeport.RequestPattern.post;
import static dev.homeport.RequestPattern.request;
import static dev.homeport.Response.json;
import static dev.homeport.Response.status;
import static dev.homeport.Response.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The Java API as a test author uses it. */
final class JavaApiTest {

  private static final String PAY =
      """
      POST /charges:
        - when: { json: { amount: { gt: 100 } } }
          name: too much
          status: 402
        - name: charge
          tags: [money]
          status: 201
          json: { ok: true }
      GET /users/{id}:
        json: { id: "{{number path.id}}" }
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Homeport api = Homeport.start(HomeportOptions.ofYaml(PAY).withPort(0));

  @AfterEach
  void stop() {
    api.close();
  }

  private HttpResponse<String> send(
      Homeport to, String method, String target, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(to.url() + target))
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> ask(String target) {
    return send(api, "GET", target, "");
  }

  private HttpResponse<String> pay(String body) {
    return send(api, "POST", "/charges", body, "X-Trace", "t-1");
  }

  @Nested
  class Verifying {

    @Test
    void findsWhatCame() {
      pay("{\"amount\": 42, \"items\": [{\"sku\": \"A-1\"}]}");

      api.verify(post("/charges"));
      api.verify(post("/charges").json("$.amount", 42), once());
      api.verify(post("/charges").json("amount", gte(42)).json("$.items", length(1)), once());
      api.verify(post("/charges").header("x-trace", startsWith("t-")), once());
      api.verify(post("/charges").containsJson(Map.of("items", List.of())), once());
      api.verify(post("/charges").named("charge").tagged("money"), once());
      api.verify(
          post("/charges").when("any: [ { text: { contains: A-1 } }, { text: x } ]"), once());
      api.verify(get("/charges"), never());
      api.verify(request("ANY", "/charges"), times(1));
      api.verify(anyRequest(), atMost(1));
    }

    @Test
    void knowsEveryMatcher() {
      pay("{\"a\": 5, \"t\": \"Hello\", \"n\": null, \"o\": {\"x\": 1}}");

      api.verify(post("/charges").json("a", in(4, 5)), once());
      api.verify(post("/charges").json("a", lt(6)), once());
      api.verify(post("/charges").json("a", is("number")), once());
      api.verify(post("/charges").json("t", contains("ell")), once());
      api.verify(post("/charges").json("t", equalTo("HELLO").ignoringCase()), once());
      api.verify(post("/charges").json("t", matches("H.*o")), once());
      api.verify(post("/charges").json("t", not("Bye")), once());
      api.verify(post("/charges").json("n", equalTo(null)), once());
      api.verify(post("/charges").json("n", present()), once());
      api.verify(post("/charges").json("m", absent()), once());
      api.verify(post("/charges").json("o", Map.of("x", 1)), once());
      api.verify(post("/charges").json("o", containsJson(Map.of())), once());
      api.verify(post("/charges").json("t", anyOf(equalTo("x"), startsWith("H"))), once());
    }

    @Test
    void aTextIsNotTheWordOfTheLanguage() {
      pay("{\"t\": \"present\"}");

      api.verify(post("/charges").json("t", "present"), once());
      api.verify(post("/charges").json("t", equalTo("absent")), never());
    }

    @Test
    void takesRecords() {
      record Charge(int amount, String currency) {}
      pay("{\"currency\": \"EUR\", \"amount\": 7}");

      api.verify(post("/charges").equalsJson(new Charge(7, "EUR")), once());
      api.verify(post("/charges").equalsJson("{\"amount\": 7, \"currency\": \"EUR\"}"), once());
    }

    @Test
    void aFailureNamesThePathWithExpectedAndFound() {
      pay("{\"amount\": 41}");

      assertThatThrownBy(() -> api.verify(post("/charges").json("$.amount", 42), once()))
          .isInstanceOf(VerificationError.class)
          .hasMessageContaining(
              "wanted exactly 1 request, found none: POST /charges with json $.amount to equal 42")
          .hasMessageContaining("expected json $.amount to equal 42, found 41");
    }

    @Test
    void waitsForACallThatComesLater() {
      CompletableFuture<Void> later = CompletableFuture.runAsync(() -> ask("/users/1"));

      api.verify(get("/users/{id}").path("id", 1), once().within(Duration.ofSeconds(20)));

      later.join();
    }

    @Test
    void checksTheOrder() {
      ask("/users/1");
      ask("/users/2");

      api.verifyInOrder(get("/users/1"), get("/users/2"));
      assertThatThrownBy(() -> api.verifyInOrder(get("/users/2"), get("/users/1")))
          .isInstanceOf(VerificationError.class)
          .hasMessageContaining("wanted in this order");
    }

    @Test
    void seesWhatNobodyAskedFor() {
      ask("/users/1");
      api.verify(get("/users/1"));
      api.verifyNoMoreRequests();
      ask("/users/2");

      assertThatThrownBy(() -> api.verifyNoMoreRequests())
          .isInstanceOf(VerificationError.class)
          .hasMessageContaining("GET /users/2");
      api.verifyNoMoreRequests(get("/users/{id}"));
    }

    @Test
    void seesWhatNoRouteAnswered() {
      api.verifyNoUnmatchedRequests();
      ask("/userz/1");

      assertThatThrownBy(api::verifyNoUnmatchedRequests)
          .isInstanceOf(VerificationError.class)
          .hasMessageContaining("GET /userz/1");
    }

    @Test
    void aMistakeInAPatternNamesTheLine() {
      assertThatThrownBy(() -> api.verify(post("/charges").when("jsn: { a: 1 }")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("JavaApiTest.java line ")
          .hasMessageContaining("unknown condition 'jsn'")
          .hasMessageContaining("did you mean 'json'?");
      assertThatThrownBy(() -> api.verify(get("/users/{id}").path("ID", 1)))
          .hasMessageContaining("the path has no variable 'ID'");
      assertThatThrownBy(() -> api.verify(get("users")))
          .hasMessageContaining("JavaApiTest.java line ");
      assertThatThrownBy(() -> api.verify(get("/users/1").when("call: 1")))
          .hasMessageContaining("cannot be verified");
    }
  }

  @Nested
  class Requests {

    @Test
    void areAsTheyCame() {
      send(api, "POST", "/charges?x=1&x=%2F", "{\"amount\": 101}", "X-A", "b");

      AnsweredRequest request = api.requests().get(0);

      assertThat(request.method()).isEqualTo("POST");
      assertThat(request.target()).isEqualTo("/charges?x=1&x=%2F");
      assertThat(request.path()).isEqualTo("/charges");
      assertThat(request.queries("x")).containsExactly("1", "/");
      assertThat(request.header("x-a")).contains("b");
      assertThat(request.text()).isEqualTo("{\"amount\": 101}");
      assertThat(request.json("$.amount")).contains(101L);
      assertThat(request.json("$.nothing")).isEmpty();
      assertThat(request.status()).isEqualTo(402);
      assertThat(request.route()).contains("POST /charges");
      assertThat(request.answeredAt()).hasValueSatisfying(at -> assertThat(at).endsWith(":2:5"));
      assertThat(request.whyUnmatched()).isEmpty();
    }

    @Test
    void areFoundByPattern() {
      ask("/users/1");
      ask("/users/2");
      ask("/nothing");

      assertThat(api.requests(get("/users/{id}")))
          .extracting(each -> each.path("id").orElse(""))
          .containsExactly("1", "2");
      assertThat(api.requests().get(2).whyUnmatched()).isPresent();
      assertThat(api.requests().get(2).route()).isEmpty();
    }
  }

  @Nested
  class Routes {

    @Test
    void fromTextWinOverThoseThatAreThere() {
      api.load("GET /users/{id}: { status: 503 }");

      assertThat(ask("/users/1").statusCode()).isEqualTo(503);
      api.reset();
      assertThat(ask("/users/1").body()).isEqualTo("{\"id\":1}");
    }

    @Test
    void leaveToOthersWhatTheirConditionsDoNotTake() {
      api.load(get("/users/{id}").path("id", "7").reply(status(404)));

      assertThat(ask("/users/7").statusCode()).isEqualTo(404);
      assertThat(ask("/users/8").body()).isEqualTo("{\"id\":8}");
    }

    @Test
    void haveTemplatesAsInAFile() {
      api.load(
          get("/hello/{name}")
              .reply(
                  json(Map.of("hello", "{{path.name}}", "n", List.of(1, 2)))
                      .withStatus(201)
                      .withHeader("X-A", "1")
                      .withHeader("X-A", "{{path.name}}")));

      HttpResponse<String> response = ask("/hello/ada");

      assertThat(response.statusCode()).isEqualTo(201);
      assertThat(response.body()).contains("\"hello\":\"ada\"").contains("\"n\":[1,2]");
      assertThat(response.headers().allValues("x-a")).containsExactly("1", "ada");
    }

    @Test
    void mayAnswerInTurns() {
      api.load(get("/jobs/1").replyInSequence(text("running"), text("done")));
      api.load(delete("/jobs/1").reply(status(204)).times(1));

      assertThat(ask("/jobs/1").body()).isEqualTo("running");
      assertThat(ask("/jobs/1").body()).isEqualTo("done");
      assertThat(ask("/jobs/1").body()).isEqualTo("done");
      assertThat(send(api, "DELETE", "/jobs/1", "").statusCode()).isEqualTo(204);
      assertThat(send(api, "DELETE", "/jobs/1", "").statusCode()).isEqualTo(404);
    }

    @Test
    void mayAskTheProgram() {
      api.load(
          post("/echo/{n}")
              .named("echo")
              .reply(
                  request ->
                      json(Map.of("n", request.path("n").orElse(""), "raw", "{{" + request.text()))
                          .withHeader("X-Q", request.query("q").orElse("none"))));

      HttpResponse<String> response = send(api, "POST", "/echo/3?q=%7B", "a");

      assertThat(response.body()).contains("\"n\":\"3\"").contains("\"raw\":\"{{a\"");
      assertThat(response.headers().firstValue("x-q")).contains("{");
      assertThat(response.headers().firstValue("content-type")).contains("application/json");
      api.verify(post("/echo/{n}").named("echo"), once());
    }

    @Test
    void aProgramThatFailsIsA500ThatSaysSo() {
      api.load(
          get("/bad")
              .reply(
                  request -> {
                    throw new IllegalStateException("no stock");
                  }));
      api.load(get("/status").reply(request -> status(99)));
      api.load(get("/header").reply(request -> status(200).withHeader("X", "a\r\nB: c")));

      assertThat(ask("/bad").body()).contains("no stock").contains("JavaApiTest.java line ");
      assertThat(ask("/bad").statusCode()).isEqualTo(500);
      assertThat(ask("/status").body()).contains("status 99");
      assertThat(ask("/header").body()).contains("headers.X").contains("line break");
    }

    @Test
    void withAMistakeAreRefusedWhole() {
      assertThatThrownBy(() -> api.load("GET /a: { staus: 200 }\nGET /b: {}\n"))
          .isInstanceOf(InvalidMocksException.class)
          .hasMessageContaining("JavaApiTest.java line ")
          .hasMessageContaining("did you mean 'status'?");
      assertThat(ask("/b").statusCode()).isEqualTo(404);
      assertThatThrownBy(() -> api.load("GET /a: { file: ../secret.txt }"))
          .isInstanceOf(InvalidMocksException.class)
          .hasMessageContaining("no file");
    }

    @Test
    void tellHowOftenTheyWereAsked() {
      ask("/users/1");
      ask("/users/2");

      assertThat(api.routes())
          .extracting(ServedRoute::key, ServedRoute::calls)
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple("POST /charges", 0L),
              org.assertj.core.groups.Tuple.tuple("GET /users/{id}", 2L));
    }

    @Test
    void thatAreKeptStayAfterAReset() {
      api.load(get("/kept").reply(text("yes")));
      api.keepLoaded();
      api.load(get("/gone").reply(text("yes")));

      api.reset();

      assertThat(ask("/kept").statusCode()).isEqualTo(200);
      assertThat(ask("/gone").statusCode()).isEqualTo(404);
    }
  }

  @Nested
  class Forks {

    @Test
    void haveAJournalCountsAndRoutesOfTheirOwn() {
      api.load(get("/shared").replyInSequence(text("first"), text("later")));
      try (Homeport fork = api.fork()) {
        fork.load(get("/own").reply(text("fork")));

        assertThat(fork.port()).isNotEqualTo(api.port());
        assertThat(send(fork, "GET", "/shared", "").body()).isEqualTo("first");
        assertThat(send(api, "GET", "/shared", "").body()).isEqualTo("first");
        assertThat(send(fork, "GET", "/own", "").body()).isEqualTo("fork");
        assertThat(send(api, "GET", "/own", "").statusCode()).isEqualTo(404);
        fork.verify(anyRequest(), times(2));
        api.verify(anyRequest(), times(2));
        fork.reset();
        assertThat(send(fork, "GET", "/shared", "").body()).isEqualTo("first");
        assertThat(send(fork, "GET", "/own", "").statusCode()).isEqualTo(404);
      }
    }

    @Test
    void closeAloneAndWithTheirServer() {
      Homeport fork = api.fork();
      Homeport other = fork.fork();
      fork.close();
      fork.close();

      assertThat(ask("/users/1").statusCode()).isEqualTo(200);
      assertThat(send(other, "GET", "/users/1", "").statusCode()).isEqualTo(200);
      assertThatThrownBy(fork::fork).isInstanceOf(IllegalStateException.class);
      api.close();
      assertThatThrownBy(() -> send(other, "GET", "/users/1", ""))
          .isInstanceOf(AssertionError.class);
      assertThatCode(other::close).doesNotThrowAnyException();
    }

    @Test
    void manyAtOnceNeverSeeEachOther() {
      List<CompletableFuture<Void>> all =
          java.util.stream.IntStream.range(0, 100)
              .mapToObj(
                  n ->
                      CompletableFuture.runAsync(
                          () -> {
                            try (Homeport fork = api.fork()) {
                              send(fork, "GET", "/users/" + n, "");
                              send(fork, "GET", "/users/" + n, "");
                              fork.verify(get("/users/" + n), times(2));
                              fork.verifyNoMoreRequests();
                            }
                          }))
              .toList();

      all.forEach(CompletableFuture::join);
      api.verify(anyRequest(), never());
    }
  }

  @Nested
  class Sources {

    @Test
    void mayBeAFolderOfTheClassPath() {
      try (Homeport mocks =
          Homeport.start(HomeportOptions.ofClassPath("class-path-mocks").withPort(0))) {
        assertThat(send(mocks, "GET", "/from/class/path", "").body()).isEqualTo("found");
      }
      assertThatThrownBy(() -> Homeport.start(HomeportOptions.ofClassPath("no-such-mocks")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no-such-mocks");
    }

    @Test
    void mayBeNothingAtAll() {
      try (Homeport mocks = Homeport.start(HomeportOptions.empty().withPort(0))) {
        mocks.load(get("/a").reply(text("b")));
        assertThat(send(mocks, "GET", "/a", "").body()).isEqualTo("b");
        mocks.verify(anyRequest(), atLeast(1));
      }
    }

    @Test
    void aTextWithAMistakeDoesNotStart() {
      UnaryOperator<String> start =
          yaml -> {
            try (Homeport mocks = Homeport.startYaml(yaml)) {
              return mocks.url();
            }
          };
      assertThatThrownBy(() -> start.apply("GET /a: { jsn: 1 }"))
          .isInstanceOf(InvalidMocksException.class)
          .hasMessageContaining("unknown key 'jsn'");
    }
  }
}
