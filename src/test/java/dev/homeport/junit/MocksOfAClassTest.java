package dev.homeport.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.Homeport;
import dev.homeport.InvalidMocksException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Where the mocks of a class come from, and what is said when they are not fine. */
final class MocksOfAClassTest {

  @HomeportTest("mocks")
  static class OfAFolder {

    @Test
    void answers(Homeport api) {
      assertThat(Ask.get(api.url() + "/products")).contains("items");
    }
  }

  @HomeportTest(classPath = "class-path-mocks")
  static class OfTheClassPath {

    @Test
    void answers(Homeport api) {
      assertThat(Ask.get(api.url() + "/from/class/path")).isEqualTo("found");
    }
  }

  @HomeportTest(
      yaml =
          """
          GET /a:
            text: b
          """)
  static class InPlace {

    @Test
    void answers(Homeport api) {
      assertThat(Ask.get(api.url() + "/a")).isEqualTo("b");
    }
  }

  @HomeportTest
  static class None {

    @Test
    void loadsWhatItNeeds(Homeport api) {
      api.load("GET /a: { text: c }");
      assertThat(Ask.get(api.url() + "/a")).isEqualTo("c");
    }
  }

  static class Inheriting extends InPlace {}

  @HomeportTest(yaml = "GET /a: { text: b }")
  @Retention(RetentionPolicy.RUNTIME)
  @interface WithOurMocks {}

  @WithOurMocks
  static class WithAnAnnotationOfItsOwn extends OnlyTests {}

  @HomeportTest(yaml = "GET /a: { text: b }")
  interface Contract {

    @Test
    default void answers(Homeport api) {
      assertThat(Ask.get(api.url() + "/a")).isEqualTo("b");
    }
  }

  static class WithAnInterface implements Contract {}

  static class OnlyTests {

    @Test
    void answers(Homeport api) {
      assertThat(Ask.get(api.url() + "/a")).isEqualTo("b");
    }
  }

  @Test
  void areServed() {
    TestRun.of(
            OfAFolder.class,
            OfTheClassPath.class,
            InPlace.class,
            None.class,
            Inheriting.class,
            WithAnAnnotationOfItsOwn.class,
            WithAnInterface.class)
        .passed(7);
  }

  @HomeportTest(yaml = "GET /a: { staus: 200 }\nGET /b: { txt: b }")
  static class Broken {

    @Test
    void neverRuns() {}
  }

  @Test
  void withProblemsFailTheClassWithTheReportOfAll() {
    TestRun run = TestRun.of(Broken.class);

    assertThat(run.results().testEvents().started().count()).isZero();
    assertThat(run.failureOfTheClass())
        .isInstanceOf(InvalidMocksException.class)
        .hasMessage(
            """
            yaml of Broken:1:11: unknown key 'staus' in GET /a (did you mean 'status'?)
              GET /a: { staus: 200 }
                        ^
            yaml of Broken:2:11: unknown key 'txt' in GET /b (did you mean 'text'?)
              GET /b: { txt: b }
                        ^
            2 problems in 1 file""");
  }

  @HomeportTest("class-path-mocks")
  static class Elsewhere {

    @Test
    void neverRuns() {}
  }

  @HomeportTest(classPath = "no-such-mocks")
  static class Nowhere {

    @Test
    void neverRuns() {}
  }

  @HomeportTest(value = "mocks", yaml = "GET /a: {}")
  static class Twice {

    @Test
    void neverRuns() {}
  }

  @HomeportTest(yaml = "GET /a: { staus: 200 }")
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class BrokenInTheConstructor {

    @SuppressWarnings("UnusedVariable")
    BrokenInTheConstructor(Homeport api) {}

    @Test
    void neverRuns() {}
  }

  @Test
  void thatAreNotThereFailTheClass() {
    assertThat(TestRun.of(Elsewhere.class).failureOfTheClass())
        .hasMessageContaining("@HomeportTest of Elsewhere: there is no folder ")
        .hasMessageContaining("(the class path has one: write classPath = \"class-path-mocks\")");
    assertThat(TestRun.of(Nowhere.class).failureOfTheClass()).hasMessageContaining("no-such-mocks");
    assertThat(TestRun.of(Twice.class).failureOfTheClass())
        .hasMessageContaining("mocks come from one place");
    assertThat(TestRun.of(BrokenInTheConstructor.class).failureOfTheClass())
        .hasMessageContaining("unknown key 'staus'");
  }
}
