package dev.homeport.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.answer.Delay;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunningOverrideTest {

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);

  @Test
  void isOverWhenItsTimeIs() {
    RunningOverride override = running(Optional.of(Duration.ofSeconds(2)), 0);

    now.addAndGet(1_999_999_999);
    assertThat(override.tryTake()).isTrue();
    assertThat(override.left()).contains(Duration.ofNanos(1));
    now.incrementAndGet();

    assertThat(override.isOver()).isTrue();
    assertThat(override.tryTake()).isFalse();
  }

  @Test
  void isTakenExactlySoOften() {
    RunningOverride override = running(Optional.empty(), 500);
    AtomicInteger taken = new AtomicInteger();

    IntStream.range(0, 2_000)
        .parallel()
        .filter(any -> override.tryTake())
        .forEach(any -> taken.incrementAndGet());

    assertThat(taken).hasValue(500);
    assertThat(override.timesLeft()).hasValue(0);
    assertThat(override.isOver()).isTrue();
  }

  @Test
  void staysWithoutABound() {
    RunningOverride override = running(Optional.empty(), 0);
    now.addAndGet(Duration.ofDays(300).toNanos());

    assertThat(override.tryTake()).isTrue();
    assertThat(override.left()).isEmpty();
    assertThat(override.timesLeft()).isEmpty();
  }

  private RunningOverride running(Optional<Duration> lasting, long times) {
    Delay delay = new Delay.Fixed(Duration.ofMillis(1));
    return new RunningOverride(
        new RouteOverride(
            OptionalInt.empty(), Optional.of(delay), Optional.empty(), lasting, times),
        now::get);
  }
}
