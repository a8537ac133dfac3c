package dev.homeport.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.Homeport;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may have the server as a parameter, and which one it is. */
final class ParametersTest {

  private static final String HELLO = "GET /hello: { text: hello }";

  @HomeportTest(yaml = HELLO)
  static class Everywhere {

    static final Queue<String> OF_THE_CLASS = new ConcurrentLinkedQueue<>();

    private final Homeport mine;

    Everywhere(Homeport api) {
      mine = api;
    }

    @BeforeAll
    static void beforeAll(Homeport api) {
      OF_THE_CLASS.add(api.url());
    }

    @BeforeEach
    void beforeEach(Homeport api, @HomeportUrl String url) {
      assertThat(api).isSameAs(mine);
      assertThat(url).isEqualTo(mine.url());
    }

    @Test
    void test(@HomeportUrl URI uri, Homeport api) {
      assertThat(api).isSameAs(mine);
      assertThat(uri).isEqualTo(URI.create(mine.url()));
      assertThat(OF_THE_CLASS).doesNotContain(mine.url());
    }

    @RepeatedTest(2)
    void repeated(Homeport api) {
      assertThat(api).isSameAs(mine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a.test", "http://b.test"})
    void parameterized(URI argument, Homeport api) {
      assertThat(argument.getHost()).endsWith(".test");
      assertThat(api).isSameAs(mine);
    }

    @TestFactory
    List<DynamicTest> dynamic(Homeport api) {
      return List.of(
          DynamicTest.dynamicTest("hello", () -> Ask.get(api.url() + "/hello")),
          DynamicTest.dynamicTest("again", () -> Ask.get(api.url() + "/hello")));
    }

    @Nested
    class Inner {

      private final Homeport inner;

      Inner(Homeport api) {
        inner = api;
      }

      @Test
      void test(Homeport api) {
        assertThat(api).isSameAs(mine).isSameAs(inner);
      }
    }

    @AfterEach
    void afterEach(Homeport api) {
      assertThat(Ask.get(api.url() + "/hello")).isEqualTo("hello");
      assertThat(api).isSameAs(mine);
    }

    @AfterAll
    static void afterAll(Homeport api) {
      assertThat(OF_THE_CLASS).contains(api.url());
    }
  }

  @Test
  void everyMethodOfATestHasThePortOfTheTest() {
    TestRun.of(Everywhere.class).passed(8);
    TestRun.parallel(Everywhere.class).passed(8);
  }

  @HomeportTest(yaml = HELLO)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneInstance {

    private final Homeport ofTheClass;

    OneInstance(Homeport api) {
      ofTheClass = api;
    }

    @BeforeAll
    void beforeAll(Homeport api) {
      assertThat(api).isSameAs(ofTheClass);
    }

    @RepeatedTest(2)
    void hasAPortOfItsOwn(Homeport api) {
      assertThat(api.url()).isNotEqualTo(ofTheClass.url());
      assertThat(Ask.get(api.url() + "/hello")).isEqualTo("hello");
    }

    @AfterAll
    void afterAll(Homeport api) {
      assertThat(api).isSameAs(ofTheClass);
    }
  }

  @HomeportTest(yaml = HELLO, isolation = Isolation.PER_CLASS)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneInstanceAndPort {

    private final Homeport ofTheClass;

    OneInstanceAndPort(Homeport api) {
      ofTheClass = api;
      api.load("GET /early: { text: constructor }");
    }

    @RepeatedTest(2)
    void sharesIt(Homeport api) {
      assertThat(api.url()).isEqualTo(ofTheClass.url());
      assertThat(Ask.get(api.url() + "/early")).isEqualTo("constructor");
    }
  }

  @Test
  void aClassWithOneInstanceHasTheServerOfTheClassInItsConstructor() {
    TestRun.of(OneInstance.class, OneInstanceAndPort.class).passed(4);
  }

  @ParameterizedClass
  @ValueSource(strings = {"a", "b"})
  @HomeportTest(yaml = HELLO)
  static class ManyTimes {

    private final String argument;
    private final Homeport mine;

    ManyTimes(String argument, Homeport api) {
      this.argument = argument;
      mine = api;
    }

    @Test
    void hasAPortOfItsOwn(Homeport api) {
      assertThat(argument).hasSize(1);
      assertThat(api).isSameAs(mine);
      assertThat(api.requests()).isEmpty();
      assertThat(Ask.get(api.url() + "/hello")).isEqualTo("hello");
    }
  }

  @Test
  void aParameterizedClassMayHaveTheServerToo() {
    TestRun.of(ManyTimes.class).passed(2);
  }

  @HomeportTest
  static class WrongType {

    @Test
    void aPort(@HomeportUrl int port) {}
  }

  @Test
  void aUrlIsNoNumber() {
    assertThat(TestRun.of(WrongType.class).failureOf("aPort"))
        .hasMessageContaining("@HomeportUrl is for a URI or a String, not for int");
  }

  @HomeportTest(yaml = HELLO)
  static class WrongPort {

    private static Homeport kept = Homeport.startYaml(HELLO);

    @BeforeAll
    static void keep(Homeport api) {
      kept.close();
      kept = api;
    }

    @Test
    void looksAtItsOwn(Homeport api) {
      Ask.get(kept.url() + "/hello");
      api.verify(dev.homeport.RequestPattern.get("/hello"));
    }
  }

  @Test
  void aRequestToThePortOfTheClassIsPointedOut() {
    assertThat(TestRun.of(WrongPort.class).failureOf("looksAtItsOwn").getSuppressed())
        .singleElement()
        .satisfies(
            hint ->
                assertThat(hint)
                    .hasMessageContaining("the port that the class has for @BeforeAll")
                    .hasMessageContaining("isolation = PER_CLASS"));
  }
}
