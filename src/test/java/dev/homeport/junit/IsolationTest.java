package dev.homeport.junit;

import static dev.homeport.Count.once;
import static dev.homeport.Count.times;
import static dev.homeport.RequestPattern.anyRequest;
import static dev.homeport.RequestPattern.get;
import static dev.homeport.Response.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.Homeport;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a test finds on its port, and what it leaves. */
final class IsolationTest {

  private static final String COUNTING =
      """
      GET /n:
        sequence: [ { text: first }, { text: later } ]
      """;

  @HomeportTest(yaml = COUNTING)
  static class Fresh {

    static final Queue<String> URLS = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void prepare(Homeport api) {
      api.load(get("/prepared").reply(text("yes")));
      assertThat(Ask.get(api.url() + "/n")).isEqualTo("first");
    }

    @BeforeEach
    void ask(Homeport api) {
      assertThat(Ask.get(api.url() + "/n")).isEqualTo("first");
      assertThat(Ask.get(api.url() + "/prepared")).isEqualTo("yes");
    }

    @RepeatedTest(3)
    void everyTime(Homeport api) {
      URLS.add(api.url());
      assertThat(Ask.get(api.url() + "/n")).isEqualTo("later");
      api.verify(anyRequest(), times(3));
      assertThat(api.routes()).hasSize(2);
      api.load(get("/n").reply(text("mine")));
      assertThat(Ask.get(api.url() + "/n")).isEqualTo("mine");
    }
  }

  @HomeportTest(yaml = COUNTING, isolation = Isolation.PER_CLASS)
  static class FreshOnOnePort extends Fresh {

    @RepeatedTest(2)
    void onThePortOfTheClass(Homeport api) {
      URLS.add(api.url());
    }
  }

  @Test
  void eachTestBeginsAnew() {
    Fresh.URLS.clear();

    TestRun.of(Fresh.class).passed(3);

    assertThat(Fresh.URLS).hasSize(3).doesNotHaveDuplicates();
    assertThat(Fresh.URLS)
        .allSatisfy(
            url ->
                assertThatThrownBy(() -> Ask.get(url + "/n")).as("closed").hasMessage(url + "/n"));
  }

  @Test
  void eachTestBeginsAnewOnThePortOfTheClass() {
    Fresh.URLS.clear();

    TestRun.of(FreshOnOnePort.class).passed(5);

    assertThat(Fresh.URLS).hasSize(5);
    assertThat(Fresh.URLS.stream().distinct()).hasSize(1);
  }

  @HomeportTest(yaml = COUNTING)
  static class Crowded {

    @RepeatedTest(250)
    void seesItsOwn(Homeport api, RepetitionInfo repetition) {
      int n = repetition.getCurrentRepetition();
      api.load(get("/mine/" + n).reply(text("mine")));
      assertThat(Ask.get(api.url() + "/n")).isEqualTo("first");
      assertThat(Ask.get(api.url() + "/mine/" + n)).isEqualTo("mine");
      api.verify(get("/mine/" + n), once());
      api.verifyNoMoreRequests(get("/n"));
    }
  }

  @HomeportTest(yaml = COUNTING)
  static class AsCrowded extends Crowded {}

  @Test
  void testsAtTheSameTimeNeverSeeEachOther() {
    TestRun.parallel(Crowded.class, AsCrowded.class).passed(500);
  }

  /** Both tests wait until one of them is over. */
  @HomeportTest(isolation = Isolation.PER_CLASS)
  @ExtendWith(OneIsOver.class)
  static class AtTheSameTime {

    @Test
    void one() throws InterruptedException {
      assertThat(OneIsOver.LATCH.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void other() throws InterruptedException {
      assertThat(OneIsOver.LATCH.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  static class OneIsOver implements AfterEachCallback {

    static final CountDownLatch LATCH = new CountDownLatch(1);

    @Override
    public void afterEach(ExtensionContext context) {
      LATCH.countDown();
    }
  }

  @Test
  void onePortForTestsAtTheSameTimeIsRefused() {
    TestRun run = TestRun.parallel(AtTheSameTime.class);

    assertThat(run.succeeded()).isEqualTo(1);
    assertThat(run.failureOfATest())
        .hasMessageContaining("has the one port of the class")
        .hasMessageContaining("write @Execution(SAME_THREAD), or isolation = PER_TEST");
  }

  @HomeportTest(isolation = Isolation.PER_CLASS)
  static class Layers {

    @BeforeAll
    static void prepare(Homeport api) {
      api.load(get("/who").reply(text("outer")));
    }

    private static void sees(Homeport api, String who) {
      assertThat(Ask.get(api.url() + "/who")).isEqualTo(who);
      api.verify(anyRequest(), once());
      api.load(get("/who").reply(text("a test")));
    }

    @Nested
    class First {

      @BeforeAll
      static void prepare(Homeport api) {
        api.load(get("/who").reply(text("first")));
      }

      @RepeatedTest(2)
      void seesItsOwn(Homeport api) {
        sees(api, "first");
      }

      @Nested
      class Inner {

        @RepeatedTest(2)
        void seesThatOfTheClassAroundIt(Homeport api) {
          sees(api, "first");
        }
      }
    }

    @Nested
    class Second {

      @RepeatedTest(2)
      void seesThatOfTheClassAroundIt(Homeport api) {
        sees(api, "outer");
      }
    }

    @RepeatedTest(2)
    void seesItsOwn(Homeport api) {
      sees(api, "outer");
    }
  }

  @HomeportTest
  static class LayersWithPorts extends Layers {}

  @Test
  void whatANestedClassLoadsIsThereForItsTestsOnly() {
    TestRun.of(Layers.class).passed(8);
    TestRun.of(LayersWithPorts.class).passed(8);
    TestRun.parallel(LayersWithPorts.class).passed(8);
  }

  @HomeportTest(yaml = "GET /who: { text: outer }")
  static class TwoServers {

    @Nested
    @HomeportTest(yaml = "GET /own: { text: own }")
    class WithItsOwn {

      @Test
      void hasAServerOfItsOwn(Homeport api) {
        assertThat(Ask.get(api.url() + "/own")).isEqualTo("own");
        assertThat(api.routes()).hasSize(1);
      }
    }

    @Test
    void seesItsOwn(Homeport api) {
      assertThat(Ask.get(api.url() + "/who")).isEqualTo("outer");
    }
  }

  @Test
  void aNestedClassMayHaveAServerOfItsOwn() {
    TestRun.of(TwoServers.class).passed(2);
    TestRun.parallel(TwoServers.class).passed(2);
  }
}
