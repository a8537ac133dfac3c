package dev.homeport.junit;

import static dev.homeport.Count.once;
import static dev.homeport.RequestPattern.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.Homeport;
import dev.homeport.HomeportOptions;
import dev.homeport.VerificationError;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Servers that are put together in a field. */
final class HomeportExtensionTest {

  private static HomeportExtension answering(String text) {
    return HomeportExtension.of(HomeportOptions.ofYaml("GET /who: { text: " + text + " }"));
  }

  static class TwoServers {

    @RegisterExtension
    static final HomeportExtension users = answering("users").withIsolation(Isolation.PER_CLASS);

    @RegisterExtension
    static final HomeportExtension shop =
        answering("shop").withIsolation(Isolation.PER_CLASS).withProperty("homeport.test.shop");

    @BeforeAll
    static void start() {
      assertThat(System.getProperty("homeport.test.shop")).isEqualTo(shop.url());
    }

    @RepeatedTest(2)
    void answer() {
      assertThat(Ask.get(users.url() + "/who")).isEqualTo("users");
      assertThat(Ask.get(shop.url() + "/who")).isEqualTo("shop");
      users.homeport().verify(get("/who"), once());
    }

    @Nested
    class Inner {

      @Test
      void answer() {
        assertThat(Ask.get(users.url() + "/who")).isEqualTo("users");
        users.homeport().verify(get("/who"), once());
      }
    }
  }

  @Test
  void aClassMayHaveSeveral() {
    TestRun.of(TwoServers.class).passed(3);

    assertThatThrownBy(TwoServers.users::url)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the mock server runs from @BeforeAll to @AfterAll");
  }

  static class APortForEachTest {

    @RegisterExtension static final HomeportExtension api = answering("it");

    @RepeatedTest(50)
    void isAParameter(Homeport mine) {
      assertThat(Ask.get(mine.url() + "/who")).isEqualTo("it");
      mine.verify(get("/who"), once());
      assertThatThrownBy(api::url).hasMessageContaining("take it as a parameter 'Homeport api'");
    }
  }

  static class AlsoAPortForEachTest extends APortForEachTest {}

  @Test
  void aPortForEachTestIsAParameter() {
    TestRun.parallel(APortForEachTest.class, AlsoAPortForEachTest.class).passed(100);
  }

  static class InAnInstance {

    @RegisterExtension final HomeportExtension api = answering("it");

    @BeforeEach
    void ask() {
      assertThat(Ask.get(api.url() + "/who")).isEqualTo("it");
    }

    @RepeatedTest(4)
    void isForATest(Homeport mine) {
      assertThat(mine).isSameAs(api.homeport());
      mine.verify(get("/who"), once());
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class InTheInstance {

    @RegisterExtension
    final HomeportExtension api = answering("it").withIsolation(Isolation.PER_CLASS);

    @BeforeAll
    void ask() {
      assertThat(Ask.get(api.url() + "/who")).isEqualTo("it");
    }

    @RepeatedTest(2)
    void isForTheClass() {
      assertThat(Ask.get(api.url() + "/who")).isEqualTo("it");
      api.homeport().verify(get("/who"), once());
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class BeforeTheInstance {

    @RegisterExtension
    static final HomeportExtension api = answering("it").withIsolation(Isolation.PER_CLASS);

    private final String url = api.url();

    @RepeatedTest(2)
    void isThere() {
      assertThat(Ask.get(url + "/who")).isEqualTo("it");
    }
  }

  @Test
  void aStaticFieldIsThereBeforeTheInstance() {
    TestRun.of(BeforeTheInstance.class).passed(2);
  }

  @Test
  void aFieldOfTheInstanceLivesAsLongAsThat() {
    TestRun.of(InAnInstance.class, InTheInstance.class).passed(6);
    TestRun.parallel(InAnInstance.class).passed(4);
  }

  static class PropertyForATest {

    @RegisterExtension
    final HomeportExtension api =
        answering("it").withIsolation(Isolation.PER_CLASS).withProperty("homeport.test.it");

    @Test
    void neverRuns() {}
  }

  @Test
  void aServerForATestHasNoProperty() {
    assertThat(TestRun.of(PropertyForATest.class).failureOf("neverRuns"))
        .hasMessageContaining("HomeportExtension of PropertyForATest")
        .hasMessageContaining("make the field static");
  }

  static class Strict {

    @RegisterExtension
    static final HomeportExtension api =
        answering("it").withIgnored(get("/a")).withIgnored(get("/b")).withFailOnUnusedRoutes(true);

    @Test
    void mayAsk(Homeport mine) {
      Ask.get(mine.url() + "/a");
      Ask.get(mine.url() + "/b");
    }
  }

  static class Lenient {

    @RegisterExtension
    static final HomeportExtension api = answering("it").withFailOnUnmatchedRequests(false);

    @Test
    void mayAsk(Homeport mine) {
      Ask.get(mine.url() + "/c");
    }
  }

  static class Unmatched {

    @RegisterExtension
    final HomeportExtension api = answering("it").withIsolation(Isolation.PER_CLASS);

    @Test
    void asks() {
      Ask.get(api.url() + "/c");
    }
  }

  @Test
  void whatFailsIsWhatTheAnnotationKnows() {
    TestRun strict = TestRun.of(Strict.class);
    assertThat(strict.succeeded()).isEqualTo(1);
    assertThat(strict.failureOfTheClass()).hasMessageContaining("no test of Strict asked");
    TestRun.of(Lenient.class).passed(1);
    assertThat(TestRun.of(Unmatched.class).failureOf("asks")).isInstanceOf(VerificationError.class);
  }

  static class TwoMeanings {

    @RegisterExtension static final HomeportExtension one = answering("one");
    @RegisterExtension static final HomeportExtension two = answering("two");

    @Test
    @SuppressWarnings("UnusedVariable")
    void neverRuns(Homeport api) {}
  }

  @Test
  void aParameterWithTwoMeaningsIsRefused() {
    assertThat(TestRun.of(TwoMeanings.class).failureOf("neverRuns"))
        .hasMessageContaining("competing ParameterResolvers");
  }
}
