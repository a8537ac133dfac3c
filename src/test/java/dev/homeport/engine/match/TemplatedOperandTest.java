package dev.homeport.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.json.JsonPath;
import dev.homeport.engine.state.Memory;
import dev.homeport.engine.state.State;
import dev.homeport.engine.template.RenderException;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.SigningKey;
import dev.homeport.engine.template.Template;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Operands that are rendered for each request, with the type that the template gives. */
class TemplatedOperandTest {

  private static final Source QUERY = new RequestSource.QueryParameter("q");

  @Test
  void aTextIsComparedAsTextAndANumberByValue() throws Exception {
    assertThat(check(new Equal(rendered("2.0"), false), "?q=2"))
        .isEqualTo("to equal '2.0', found '2'");
    assertThat(check(new Equal(rendered(2.0), false), "?q=2")).isEqualTo("holds");
    assertThat(check(new Equal(rendered(true), false), "?q=true")).isEqualTo("holds");
    assertThat(check(new Equal(rendered(null), false), "?q=null"))
        .isEqualTo("to equal null, found 'null'");
    assertThat(check(new Equal(rendered(List.of(1)), false), "?q=[1]")).isEqualTo("holds");
  }

  @Test
  void aListIsAskedForItsMembers() throws Exception {
    assertThat(check(new OneOf(List.of(rendered(List.of("a", 2))), false), "?q=2.0"))
        .isEqualTo("holds");
    assertThat(check(new OneOf(List.of(rendered(List.of("a", 2))), false), "?q=b"))
        .isEqualTo("to be one of [\"a\",2], found 'b'");
  }

  @Test
  void anExpressionIsCompiledWhenItIsRendered() throws Exception {
    assertThat(check(new Matches(rendered("a+"), false, null), "?q=aa")).isEqualTo("holds");
    assertThat(check(new Matches(rendered("["), false, null), "?q=aa"))
        .isEqualTo("to match '[', found 'aa'");
    assertThat(check(new Matches(rendered("a|".repeat(600)), false, null), "?q=a"))
        .startsWith("to match 'a|");
  }

  @Test
  void numbersAndDatesMayComeAsText() throws Exception {
    assertThat(check(new Comparison(Comparison.Kind.GT, rendered("5")), "?q=6")).isEqualTo("holds");
    assertThat(check(new Comparison(Comparison.Kind.GT, rendered(7)), "?q=6"))
        .isEqualTo("to be greater than 7, found '6'");
    assertThat(check(new Comparison(Comparison.Kind.GT, rendered(List.of())), "?q=6"))
        .startsWith("to be greater");
    assertThat(
            check(
                new TimeComparison(TimeComparison.Kind.AFTER, rendered("now -1 day"), null),
                "?q=2026-05-10"))
        .isEqualTo("holds");
    assertThat(
            check(
                new TimeComparison(TimeComparison.Kind.AFTER, rendered("soon"), null),
                "?q=2026-05-10"))
        .isEqualTo("to be after 'soon', found '2026-05-10'");
  }

  @Test
  void listsOfValuesAndTextsAreRendered() throws Exception {
    assertThat(check(new Exactly(List.of(rendered("a"), rendered(2))), "?q=a&q=2.0"))
        .isEqualTo("holds");
    assertThat(check(new TextOperator(TextOperator.Kind.CONTAINS, rendered(20), false), "?q=a20b"))
        .isEqualTo("holds");
    assertThat(check(new TextOperator(TextOperator.Kind.CONTAINS, rendered(null), false), "?q=a"))
        .isEqualTo("to contain null, found 'a'");
  }

  @Test
  void jsonIsRendered() throws Exception {
    JsonOperand operand =
        JsonOperand.rendered(
            scope -> Map.of("id", scope.path().get("id")), "{\"id\":\"{{path.id}}\"}");
    Match match =
        new Match(
            new BodySource.Json(JsonPath.compile("$")),
            new JsonOperator(JsonOperator.Kind.EQUALS_JSON, operand));
    assertThat(match.check(scope("/", "{\"id\":\"7\"}"))).isNull();
    Mismatch mismatch = match.check(scope("/", "{\"id\":\"8\"}"));
    assertThat(mismatch).isNotNull().extracting(Mismatch::expected).isEqualTo("to equal \"7\"");
    assertThat(match.described()).isEqualTo("json $ to equal {\"id\":\"{{path.id}}\"}");
    assertThat(match.dependsOnMoment()).isTrue();
  }

  @Test
  void xmlIsRendered() throws Exception {
    EqualsXml condition = EqualsXml.rendered(rendered("<a>1</a>"));
    assertThat(condition.check(scope("/", "<a>1</a>"))).isNull();
    assertThat(condition.check(scope("/", "<a>2</a>"))).isNotNull();
    assertThat(EqualsXml.rendered(rendered("<a>")).check(scope("/", "<a>2</a>")))
        .extracting(Mismatch::found)
        .isEqualTo("an operand that is not XML");
    assertThat(condition.dependsOnMoment()).isTrue();
  }

  @Test
  void aTestMustBeTrue() throws Exception {
    assertThat(new TestHolds(template(true)).check(scope("/", ""))).isNull();
    assertThat(new TestHolds(template(" true ")).check(scope("/", ""))).isNull();
    for (Object value : Arrays.asList(false, "false", 1, "", null, "yes")) {
      assertThat(new TestHolds(template(value)).check(scope("/", "")))
          .isNotNull()
          .extracting(Mismatch::expected)
          .isEqualTo("to be true");
    }
    assertThat(new TestHolds(template("no")).check(scope("/", "")))
        .extracting(Mismatch::found)
        .isEqualTo("'no'");
    assertThat(new TestHolds(template(true)).dependsOnMoment()).isTrue();
  }

  @Test
  void aTemplateThatFailsIsAMismatchAndNoException() throws Exception {
    Template failing =
        new Rendering("{{x}}", null) {
          @Override
          public @Nullable Object value(Scope scope) {
            throw new RenderException("helper 'x' failed", null);
          }
        };
    Match match = new Match(QUERY, new Equal(new Operand.Rendered(failing), false));
    assertThat(match.check(scope("/?q=1", "")))
        .extracting(Mismatch::found)
        .isEqualTo("an operand that failed: helper 'x' failed");
    assertThat(new TestHolds(failing).check(scope("/", "")))
        .extracting(Mismatch::found)
        .isEqualTo("a template that failed: helper 'x' failed");
    assertThat(EqualsXml.rendered(new Operand.Rendered(failing)).check(scope("/", "<a/>")))
        .extracting(Mismatch::found)
        .isEqualTo("an operand that failed: helper 'x' failed");
  }

  @Test
  void operandsAreEqualWhenWrittenAlikeAndDependOnTheMoment() {
    assertThat(rendered("a")).isEqualTo(rendered("a")).isNotEqualTo(rendered("b"));
    assertThat(new Equal(rendered("a"), false).dependsOnMoment()).isTrue();
    assertThat(new Length(new Equal(rendered(1), false)).dependsOnMoment()).isTrue();
    assertThat(new Not(new OneOf(List.of(rendered(1)), false)).dependsOnMoment()).isTrue();
  }

  private static String check(Matcher matcher, String query) throws Exception {
    Mismatch mismatch = new Match(QUERY, matcher).check(scope("/" + query, ""));
    return mismatch == null ? "holds" : mismatch.expected() + ", found " + mismatch.found();
  }

  private static Scope scope(String target, String body) throws Exception {
    Request request =
        new Request(
            "POST",
            target,
            Headers.none(),
            body.getBytes(StandardCharsets.UTF_8),
            "http",
            InetAddress.getLoopbackAddress());
    Clock clock = Clock.fixed(Instant.parse("2026-05-10T12:00:00Z"), ZoneOffset.UTC);
    return Scope.of(
        request,
        Map.of("id", "7"),
        null,
        clock,
        () -> new Random(1),
        Memory.of(State.empty()),
        () -> SigningKey.make(OptionalLong.of(1)));
  }

  private static Operand rendered(@Nullable Object value) {
    return new Operand.Rendered(template(value));
  }

  private static Template template(@Nullable Object value) {
    return new Rendering("{{" + value + "}}", value);
  }

  /** A template that gives one value. */
  private static class Rendering implements Template {

    private final String source;
    private final @Nullable Object value;

    Rendering(String source, @Nullable Object value) {
      this.source = source;
      this.value = value;
    }

    @Override
    public @Nullable Object value(Scope scope) {
      return value;
    }

    @Override
    public String text(Scope scope) {
      return String.valueOf(value(scope));
    }

    @Override
    public String source() {
      return source;
    }

    @Override
    public boolean isConstant() {
      return false;
    }
  }
}
