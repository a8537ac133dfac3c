package dev.homeport.engine.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.json.JsonPath;
import dev.homeport.engine.match.BodySource;
import dev.homeport.engine.match.Condition;
import dev.homeport.engine.match.Equal;
import dev.homeport.engine.match.Match;
import dev.homeport.engine.match.Not;
import dev.homeport.engine.match.OneOf;
import dev.homeport.engine.match.Operand;
import dev.homeport.engine.match.RequestSource;
import dev.homeport.engine.match.Source;
import dev.homeport.engine.state.Memory;
import dev.homeport.engine.state.State;
import dev.homeport.engine.template.Scope;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseIndexTest {

  private static final Source PAGE = new RequestSource.QueryParameter("page");
  private static final Source KIND = new BodySource.Json(path("$.kind"));
  private static final Source KINDS = new BodySource.Json(path("$.kinds[*]"));

  private static final Object[] CONSTANTS = {
    "a", "b", "1", "1.0", "01", "true", "", 1, 2L, 1.5, new BigDecimal("1.50"), true, false
  };

  private static final String[] JSON = {
    "\"a\"", "\"1\"", "1", "1.0", "1e0", "1.50", "true", "\"true\"", "null", "{}", "[1]", "\"\""
  };

  @Test
  void oneOfAThousandIsFoundWithoutTryingTheOthers() {
    List<Case> cases =
        new ArrayList<>(
            IntStream.range(0, 1000).mapToObj(i -> of(equal(KIND, "kind " + i))).toList());
    cases.add(of());

    CaseGroup group = new CaseGroup(cases, List.of());

    assertThat(group.candidates(request("/", "{\"kind\": \"kind 700\"}")))
        .containsExactly(700, 1000);
    assertThat(group.candidates(request("/", "{\"kind\": \"another\"}"))).containsExactly(1000);
    assertThat(group.candidates(request("/", "no JSON"))).containsExactly(1000);
  }

  @Test
  void thePlaceThatTellsMostCasesApartIsLookedAt() {
    List<Case> cases =
        IntStream.range(0, 20).mapToObj(i -> of(equal(PAGE, 1), equal(KIND, i))).toList();

    CaseGroup group = new CaseGroup(cases, List.of());

    assertThat(group.candidates(request("/?page=1", "{\"kind\": 7.0}"))).containsExactly(7);
  }

  @Test
  void aFewCasesAreTriedOneAfterTheOther() {
    CaseGroup group = new CaseGroup(List.of(of(equal(PAGE, 1)), of(equal(PAGE, 2))), List.of());

    assertThat(group.candidates(request("/?page=1", ""))).isNull();
  }

  /** What it leaves out would not have answered, whatever was written and whatever comes. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noCaseThatHoldsIsPassedOver(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<Case> cases =
          IntStream.range(0, 5 + random.nextInt(12)).mapToObj(i -> any(random)).toList();
      CaseGroup group = new CaseGroup(cases, List.of());
      Scope request = anyRequest(random);

      int[] some = group.candidates(request);

      if (some != null) {
        List<Integer> holding =
            IntStream.range(0, cases.size())
                .filter(i -> holds(cases.get(i), request))
                .boxed()
                .toList();
        assertThat(some).isSorted().doesNotHaveDuplicates();
        assertThat(IntStream.of(some).boxed().toList()).containsAll(holding);
      }
    }
  }

  private static boolean holds(Case one, Scope request) {
    return one.conditions().stream().allMatch(condition -> condition.check(request) == null);
  }

  private static Case any(Random random) {
    List<Condition> conditions = new ArrayList<>();
    for (Source source : List.of(PAGE, KIND, KINDS)) {
      switch (random.nextInt(6)) {
        case 0, 1, 2 -> conditions.add(equal(source, constant(random)));
        case 3 ->
            conditions.add(
                new Match(
                    source,
                    new OneOf(
                        List.of(operand(constant(random)), operand(constant(random))), false)));
        case 4 ->
            conditions.add(new Match(source, new Not(new Equal(operand(constant(random)), true))));
        default -> {}
      }
    }
    return of(conditions.toArray(new Condition[0]));
  }

  private static Scope anyRequest(Random random) {
    String page = String.valueOf(constant(random));
    return request(
        random.nextBoolean() ? "/?page=" + page : "/?page=" + page + "&page=1.0",
        "{\"kind\": "
            + json(random)
            + ", \"kinds\": ["
            + json(random)
            + ", "
            + json(random)
            + "]}");
  }

  private static Object constant(Random random) {
    return CONSTANTS[random.nextInt(CONSTANTS.length)];
  }

  private static String json(Random random) {
    return JSON[random.nextInt(JSON.length)];
  }

  private static Condition equal(Source source, Object constant) {
    return new Match(source, new Equal(operand(constant), false));
  }

  private static Operand operand(Object constant) {
    return new Operand.Constant(constant, constant.toString());
  }

  private static Case of(Condition... conditions) {
    Location at = Location.startOf("mocks.yaml");
    Choice choice = new Choice.Always(ResponsePlan.of(at, 200));
    return new Case(at, "a case", List.of(conditions), 0, 1, null, choice);
  }

  private static Scope request(String target, String body) {
    Request request =
        new Request(
            "POST",
            target,
            Headers.none(),
            body.getBytes(UTF_8),
            "http",
            InetAddress.getLoopbackAddress());
    return Scope.of(
        request,
        Map.of(),
        null,
        Clock.systemUTC(),
        Random::new,
        Memory.of(State.empty()),
        () -> {
          throw new AssertionError("nothing is signed");
        });
  }

  private static JsonPath path(String text) {
    try {
      return JsonPath.compile(text);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
