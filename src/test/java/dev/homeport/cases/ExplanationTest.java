package dev.homeport.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.definition.setting.Setting;
import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.explain.Explanation;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which route would answer, and why it. */
class ExplanationTest {

  private static final byte[] NO_BODY = new byte[0];

  @TempDir Path folder;

  private MockSession session(String mocks, Map<Setting, String> settings) {
    return MockSession.of(folder, Map.of("mocks.yaml", mocks.getBytes(UTF_8)), settings, Map.of());
  }

  private MockSession session(String mocks) {
    return session(mocks, Map.of());
  }

  private String explain(MockSession session, String request) {
    Explanation explanation = explanation(session, request);
    return explanation.text().replace(folder + "/", "");
  }

  private static Explanation explanation(MockSession session, String request) {
    String[] words = request.split(" ", 2);
    return session.explain(words[0], words[1], List.of(), NO_BODY);
  }

  private static String answer(MockSession session, String request) {
    String[] words = request.split(" ", 2);
    Reply reply = session.answer(words[0], words[1], List.of(), NO_BODY);
    return new String(((Body.Bytes) reply.body()).content(), UTF_8);
  }

  @Test
  void saysWhyEarlierCasesDidNotAnswerAndWhyOtherRoutesComeLater() {
    MockSession session =
        session(
            """
            first: [ { when: { headers: { X-Die: present } }, status: 503 } ]
            GET /users/{id}: { json: {} }
            ANY /users/me: { text: any }
            GET /users/me:
              - { when: { query: { page: 2 } }, text: two }
              - { times: 9, text: me }
              - { when: { query: { page: 3 } }, status: 202 }
            """);

    assertThat(explain(session, "GET /users/me"))
        .isEqualTo(
            """
            GET /users/me is answered by GET /users/me (mocks.yaml:4:1)
              with 200 text of the case at mocks.yaml:6:5

            Tried before, in this order:
              GET /users/me (mocks.yaml:4:1)
                mocks.yaml:1:10 (first): expected header X-Die to be present, found nothing
                mocks.yaml:5:5: expected query parameter page to equal 2, found nothing

            Not tried, because the first case that holds answers:
              mocks.yaml:7:5

            Also fit, and come later:
              ANY /users/me (mocks.yaml:3:1)
                the same path, but it names the method less exactly (ANY beside GET)
              GET /users/{id} (mocks.yaml:2:1)
                less specific in segment 2: '{id}' comes after 'me'
            """);
  }

  @Test
  void saysThatACaseOfFirstComesBeforeThoseOfTheRoutes() {
    MockSession session =
        session("first: [ { when: { query: { die: present } }, status: 503 } ]\nGET /a: {}\n");

    assertThat(explain(session, "GET /a?die"))
        .isEqualTo(
            "GET /a is answered by GET /a (mocks.yaml:2:1)\n"
                + "  with 503 of the case at mocks.yaml:1:10, one of 'first',"
                + " which come before those of the routes\n");
  }

  @Test
  void saysThatTheRequestChoseItsResponse() {
    MockSession session =
        session("GET /a: [ { when: { query: { b: present } }, status: 503 }, {} ]\n");
    List<Headers.Field> prefer = List.of(new Headers.Field("Prefer", "code=503"));

    assertThat(session.explain("GET", "/a", prefer, NO_BODY).text())
        .contains("with 503 (which the request prefers) of the case at ");
  }

  @Test
  void theNextCandidateMayAnswer() {
    MockSession session =
        session("GET /a/b: { when: { query: { x: 1 } } }\nGET /a/{c}: { text: c }\n");

    assertThat(explain(session, "GET /a/b"))
        .startsWith("GET /a/b is answered by GET /a/{c} (mocks.yaml:2:1)\n")
        .contains("GET /a/b (mocks.yaml:1:1)\n    mocks.yaml:1:11: expected query parameter x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/a/{x}.json | /a/{y} | less specific in segment 2: '{y}' comes after '{x}.json'",
        "/a/{x:[0-9.a-z]+} | /a/{y} | less specific in segment 2: '{y}' comes after '{x:[0-9.a-z]+}'",
        "/a/{x} | /{*y} | less specific in segment 1: '{*y}' comes after 'a'",
        "/a/{x}.json | /a/{y}n | fewer literal characters: 2, the other has 6",
        "/{x}/{y:1.json} | /{x}/{y:1[.]json} | as specific, but later in the alphabet"
      })
  void saysWhichSegmentIsMoreSpecific(String first, String second, String why) {
    MockSession session = session("GET " + second + ": {}\n\"GET " + first + "\": {}\n");

    assertThat(explain(session, "GET /a/1.json")).contains(why);
  }

  @Nested
  class ChangesNothing {

    private final String mocks =
        """
        GET /a:
          - { when: { call: 1 }, text: first }
          - { times: 1, text: second }
          - { sequence: [ { text: third }, { text: fourth } ] }
        GET /c: { text: "{{counter 'c'}}" }
        GET /per:
          per: "{{query.id}}"
          sequence: [ { text: a }, { text: b } ]
        """;

    @Test
    void eachRequestGetsWhatWasForetold() {
      MockSession session = session(mocks);
      for (String expected : List.of("first", "second", "third", "fourth", "fourth")) {
        explanation(session, "GET /a");
        String foretold = place(explanation(session, "GET /a"));

        assertThat(foretold).isEqualTo(place(explanation(session, "GET /a")));
        assertThat(answer(session, "GET /a")).isEqualTo(expected);
      }
      explanation(session, "GET /c");
      assertThat(answer(session, "GET /c")).isEqualTo("1");
      explanation(session, "GET /per?id=7");
      assertThat(answer(session, "GET /per?id=7")).isEqualTo("a");
      explanation(session, "GET /per?id=7");
      assertThat(answer(session, "GET /per?id=7")).isEqualTo("b");
    }

    @Test
    void countsAreThoseOfTheNextRequest() {
      MockSession session = session(mocks);
      answer(session, "GET /a");
      answer(session, "GET /a");

      assertThat(explain(session, "GET /a"))
          .contains("mocks.yaml:2:5: expected call to be number 1, found 3")
          .contains("mocks.yaml:3:5: has answered 1 time\n")
          .contains("with 200 text of the case at mocks.yaml:4:5");
    }

    private String place(Explanation explanation) {
      return Json.write(explanation.details().get("case"));
    }
  }

  @Nested
  class WhereChanceDecides {

    private static final String MOCKS =
        "GET /a: [ { chance: 30%, text: luck }, { text: other } ]\n";

    @Test
    void theOddsAreTold() {
      assertThat(explain(session(MOCKS), "GET /a"))
          .contains("mocks.yaml:1:11: chance decides: it answers 30% of such requests\n")
          .contains("the case at mocks.yaml:1:40");
    }

    @Test
    void aSeedForetellsIt() {
      MockSession session = session(MOCKS, Map.of(Setting.SEED, "5"));
      int lucky = 0;
      for (int i = 0; i < 50; i++) {
        boolean foretold = !explain(session, "GET /a").contains("chance decided against it");
        boolean answered = answer(session, "GET /a").equals("luck");
        lucky += answered ? 1 : 0;

        assertThat(answered).isEqualTo(foretold);
      }
      assertThat(lucky).isBetween(5, 30);
    }
  }

  @Test
  void aMissIsExplainedAsItIsAnswered() {
    MockSession session = session("GET /users: { when: { query: { a: 1 } } }\n");
    for (String request : List.of("GET /userz", "PUT /users", "GET /users?a=2", "GET /%zz")) {
      Explanation explanation = explanation(session, request);

      assertThat(explanation.isAnswered()).isFalse();
      assertThat(Json.parse(answer(session, request)))
          .isEqualTo(Json.parse(Json.write(explanation.details())));
    }
  }

  @Test
  void whatHomeportAnswersByItselfIsToldSo() {
    assertThat(explain(session("GET /a: {}\n"), "OPTIONS /a"))
        .isEqualTo("OPTIONS /a is answered by Homeport itself: 204, Allow: GET, HEAD, OPTIONS\n");
  }

  @Test
  void aTemplateThatFailsIsToldAndNotThrown() {
    MockSession session =
        session("GET /a: { per: \"{{randomText 8 alphabet=query.n}}\", times: 2, text: x }\n");

    Explanation explanation = explanation(session, "GET /a");

    assertThat(explanation.isAnswered()).isFalse();
    assertThat(explanation.text()).startsWith("500 A template of the routes for GET /a failed: ");
  }
}
