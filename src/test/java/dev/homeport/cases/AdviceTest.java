package dev.homeport.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.explain.MissReport;
import dev.homeport.engine.explain.RouteAdvice;
import dev.homeport.engine.http.Headers.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The route that a miss advises to write: the loader takes it, and it answers that very request.
 */
class AdviceTest {

  private static final List<Field> JSON = List.of(new Field("Content-Type", "application/json"));
  private static final List<Field> FORM =
      List.of(new Field("Content-Type", "application/x-www-form-urlencoded"));

  @TempDir Path folder;

  private void assertAnswers(String method, String target, List<Field> fields, byte[] body)
      throws IOException {
    RouteAdvice advice = advice(method, target, fields, body);
    assertAnswers(requireNonNull(advice, target), method, target, fields, body);
  }

  private @Nullable RouteAdvice advice(
      String method, String target, List<Field> fields, byte[] body) throws IOException {
    Files.writeString(folder.resolve("advice.yaml"), "");
    MockSession before = MockSession.of(folder, Map.of(), Map.of());
    return ((MissReport) before.explain(method, target, fields, body)).advice();
  }

  private void assertAnswers(
      RouteAdvice advice, String method, String target, List<Field> fields, byte[] body)
      throws IOException {
    Files.writeString(folder.resolve("advice.yaml"), advice.yaml());
    MockSession after = MockSession.of(folder, Map.of(), Map.of());
    assertThat(after.problems()).as(advice.yaml()).isEmpty();
    Reply reply = after.answer(method, target, fields, body);
    assertThat(reply.status())
        .as("%s %s\n%s\n%s", method, target, advice.yaml(), text(reply))
        .isEqualTo(200);
    assertThat(advice.yaml().length()).isLessThan(10_000);
  }

  private static String text(Reply reply) {
    return reply.body() instanceof Body.Bytes bytes ? new String(bytes.content(), UTF_8) : "";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "//",
        "/a//b/",
        "/users/7?page=2",
        "/a%2Fb/c%252Fd",
        "/{id}/%7Bx%7D/{{x}}",
        "/a'b\"c`d\\e",
        "/ä/%C3%A4/%E2%82%AC/😀/%F0%9F%98%80",
        "/%00/%0A/%0d/%1b/%7f/%C2%85/%E2%80%A8/%EF%BB%BF",
        "/a b#c?d=e#f",
        "/a:b/c: d/- e/*x/&y/!z/|p/w%25",
        "/%2e%2e/a/./b/..",
        "/true",
        "/~",
        "/a?",
        "/a?=",
        "/a?=x&&b",
        "/a?present=present&absent=absent&a=1&a=2&a=",
        "/a?t=true&n=null&y=yes&e=&d=1.0&x=0x1F&o=012&m=-&l=%7E",
        "/a?q=%7B%7Bx%7D%7D&r=%5C%7B%7Bx%7D%7D&s=%7B%7B%7B%7B&t=%7B&%7B%7B=k",
        "/a?q=%00%0A%1b%80%FF%C2%A0%EF%BF%BE%EF%BB%BF%F0%9F%98%80&%00=x&a%20b=c",
        "/a?<<=1&*=2&%26a=3&!t=4&%23=5&%7C=6&-=7&?=8&:=9&%25=10&@=11&,=12&[=13&a:b=14",
        "/a?q='&r=%22&s=%5C&t=%5C%22&u=%27%27"
      })
  void answersWhateverThePathAndTheQuery(String target) throws IOException {
    assertAnswers("GET", target, List.of(), new byte[0]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "\"\"",
        "\"{{x}}\"",
        "\"\\\\{{x}}\"",
        "\"\\ud800\"",
        "0",
        "-0.0",
        "1E400",
        "1e5",
        "123456789012345678901234567890123456789012345678901234567890",
        "{\"a\":{\"{{#if x}}\":1}}",
        "{\"<<\":{\"a\":1},\"\":2,\"null\":3,\"1\":4,\"a b\":5,\"a: b\":[{},[],[[]],null,true]}",
        "{\"a\":\"\\u0000\\u0007\\u0085\\u2028\\ufeff\\uffff\\ud83d\\ude00'\\\"\\\\/\\n\"}",
        "[1,1,[1,1],{\"a\":[1,1]}]",
        "{\"a\":1,\"a\":2}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]",
        "not json",
        "{\"a\":",
        "<a>{{x}}</a>"
      })
  void answersWhateverTheBody(String body) throws IOException {
    assertAnswers("POST", "/a", JSON, body.getBytes(UTF_8));
    assertAnswers("PUT", "/a?x=1", List.of(), body.getBytes(UTF_8));
    assertAnswers("POST", "/a", FORM, body.getBytes(UTF_8));
  }

  @Test
  void answersHugeBodiesAndQueries() throws IOException {
    assertAnswers("POST", "/a", JSON, ("\"" + "x".repeat(1_000_000) + "\"").getBytes(UTF_8));
    assertAnswers("POST", "/a", JSON, ("[" + "[],".repeat(1000) + "1]").getBytes(UTF_8));
    assertAnswers("POST", "/a", FORM, "a=%00&".repeat(500).getBytes(UTF_8));
    assertAnswers("GET", "/a?" + "\u0001=%02&".repeat(5000), List.of(), new byte[0]);
    assertAnswers("GET", "/a?b=" + "%C2%85".repeat(5000), List.of(), new byte[0]);
    assertAnswers("POST", "/a", JSON, new byte[] {(byte) 0xff, 0, 1});
  }

  @Test
  void answersNoise() throws IOException {
    Random random = new Random(11);
    int advised = 0;
    for (int i = 0; i < 400; i++) {
      String target = "/" + noise(random, 12).replace("?", "") + "?" + noise(random, 20);
      byte[] body = noise(random, 30).getBytes(UTF_8);
      List<Field> fields = random.nextBoolean() ? FORM : JSON;
      RouteAdvice advice = advice("POST", target, fields, body);
      if (advice != null) { // none for a bad escape in the path
        advised++;
        assertAnswers(advice, "POST", target, fields, body);
      }
    }
    assertThat(advised).isGreaterThan(250);
  }

  private static String noise(Random random, int most) {
    String alphabet = "ab1{}[]\"'\\:,&=#/%-?!*|>@` \t\n~.<";
    List<String> words =
        List.of("{{", "}}", "%7B", "%2F", "%25", "%C3%A4", "ä", "\u0000", "\u2028");
    List<String> pieces = new ArrayList<>();
    int length = random.nextInt(most);
    for (int i = 0; i < length; i++) {
      boolean word = random.nextInt(5) == 0;
      pieces.add(
          word
              ? words.get(random.nextInt(words.size()))
              : alphabet.substring(random.nextInt(alphabet.length())).substring(0, 1));
    }
    return String.join("", pieces);
  }

  @Test
  void oneBesideTheOtherRoutesOfTheFolder() throws IOException {
    Files.writeString(folder.resolve("mocks.yaml"), "GET /users/{id}: {}\nPOST /user: {}\n");

    assertAnswers("PUT", "/users/7", List.of(), new byte[0]);
    assertAnswers("GET", "/Users/7?a=b", List.of(), new byte[0]);
    assertAnswers("DELETE", "/user/", List.of(), new byte[0]);
  }

  @Test
  void thereIsNoneForWhatNoRouteCanHave() throws IOException {
    byte[] empty = new byte[0];

    assertThat(advice("GET", "/__homeport/x", List.of(), empty)).isNull();
    assertThat(advice("GET", "/%5F_homeport", List.of(), empty)).isNull();
    assertThat(advice("GET", "/%zz", List.of(), empty)).isNull();
    assertThat(advice("BREW", "/a", List.of(), empty)).isNull();
    assertThat(advice("GET", "/" + "a".repeat(2000), List.of(), empty)).isNull();
    assertThat(advice("GET", "a", List.of(), empty)).isNull();
  }
}
