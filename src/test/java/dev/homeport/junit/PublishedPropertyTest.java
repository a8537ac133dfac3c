package dev.homeport.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.Homeport;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A system property has the URL as long as the class runs. */
final class PublishedPropertyTest {

  private static final String NAME = "homeport.test.url";

  @HomeportTest(isolation = Isolation.PER_CLASS, property = NAME)
  static class Publishing {

    @BeforeAll
    static void seesIt(Homeport api) {
      assertThat(System.getProperty(NAME)).isEqualTo(api.url());
    }

    @RepeatedTest(2)
    void seesItToo(Homeport api) {
      assertThat(System.getProperty(NAME)).isEqualTo(api.url());
    }
  }

  @HomeportTest(isolation = Isolation.PER_CLASS, property = NAME)
  static class PublishingNext extends Publishing {}

  @Test
  void isSetAndRestored() {
    TestRun.of(Publishing.class, PublishingNext.class).passed(4);
    assertThat(System.getProperty(NAME)).isNull();

    System.setProperty(NAME, "before");
    try {
      TestRun.of(Publishing.class).passed(2);
      assertThat(System.getProperty(NAME)).isEqualTo("before");
    } finally {
      System.clearProperty(NAME);
    }
  }

  @HomeportTest(property = NAME)
  static class ForEachTest {

    @Test
    void neverRuns() {}
  }

  @Test
  void isRefusedWhenEachTestHasAPortOfItsOwn() {
    assertThat(TestRun.of(ForEachTest.class).failureOfTheClass())
        .hasMessageContaining("@HomeportTest of ForEachTest")
        .hasMessageContaining("'" + NAME + "' cannot have a URL of its own for each test")
        .hasMessageContaining("isolation = PER_CLASS");
  }

  /** Its test waits until the class that is refused is over, or the other way round. */
  @ExtendWith(OneIsOver.class)
  @HomeportTest(isolation = Isolation.PER_CLASS, property = NAME)
  static class AtTheSameTime {

    @Test
    void waits() throws InterruptedException {
      assertThat(OneIsOver.LATCH.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @HomeportTest(isolation = Isolation.PER_CLASS, property = NAME)
  static class TheOther extends AtTheSameTime {}

  static class OneIsOver implements AfterAllCallback {

    static final CountDownLatch LATCH = new CountDownLatch(1);

    @Override
    public void afterAll(ExtensionContext context) {
      LATCH.countDown();
    }
  }

  @Test
  void isRefusedToTwoClassesAtTheSameTime() {
    TestRun run = TestRun.parallel(AtTheSameTime.class, TheOther.class);

    assertThat(run.succeeded()).isEqualTo(1);
    assertThat(run.failureOfTheClass())
        .hasMessageContaining("has the system property '" + NAME + "' at the same time")
        .hasMessageContaining("@ResourceLock(\"" + NAME + "\")");
    assertThat(System.getProperty(NAME)).isNull();
  }
}
