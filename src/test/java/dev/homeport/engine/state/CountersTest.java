package dev.homeport.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountersTest {

  private final Counters counters = new Counters();

  @Test
  void ownersAndKeysCountByThemselves() {
    assertThat(counters.next("a", "")).isEqualTo(1);
    assertThat(counters.next("a", "")).isEqualTo(2);
    assertThat(counters.next("a", "k")).isEqualTo(1);
    assertThat(counters.next("b", "")).isEqualTo(1);
    assertThat(counters.count("a", "")).isEqualTo(2);
    assertThat(counters.count("a", "k")).isEqualTo(1);
    assertThat(counters.count("c", "k")).isZero();
  }

  @Test
  void takingStopsAtTheLimit() {
    assertThat(counters.tryTake("a", "", 2)).isTrue();
    assertThat(counters.tryTake("a", "", 2)).isTrue();
    assertThat(counters.tryTake("a", "", 2)).isFalse();
    assertThat(counters.count("a", "")).isEqualTo(2);
  }

  @Test
  void theOldestKeyIsForgottenWhenThereAreTooMany() {
    for (int i = 0; i <= Counters.MAX_KEYS; i++) {
      counters.next("a", "key" + i);
    }

    assertThat(counters.count("a", "key0")).isZero();
    assertThat(counters.count("a", "key1")).isEqualTo(1);
  }

  @Test
  void resetForgetsEverything() {
    counters.next("a", "");
    counters.next("a", "k");
    counters.reset();

    assertThat(counters.next("a", "")).isEqualTo(1);
    assertThat(counters.next("a", "k")).isEqualTo(1);
  }

  @Test
  void aCountThatIsKeptIsTheSame() {
    Count kept = counters.count("a");
    kept.next();
    counters.next("a", "");

    assertThat(counters.has(kept)).isTrue();
    assertThat(counters.count("a", "")).isEqualTo(2);
    assertThat(new Counters().has(kept)).isFalse();
  }

  @Test
  void aCountThatIsKeptIsNoneOfTheseAfterAReset() {
    Count kept = counters.count("a");
    kept.next();
    counters.reset();

    assertThat(counters.has(kept)).isFalse();
    assertThat(counters.count("a").next()).isEqualTo(1);
  }

  @Test
  void aCountGoesOnWhenOthersAreForgotten() {
    counters.count("a").next();
    counters.count("b").next();
    Count ofA = counters.count("a");
    counters.keepOnly(owner -> owner.equals("a"));

    assertThat(counters.has(ofA)).isFalse();
    assertThat(counters.count("a").next()).isEqualTo(2);
    assertThat(counters.has(ofA)).isTrue();
    assertThat(counters.count("b").next()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "k"})
  void countsAreExactUnderConcurrency(String key) throws Exception {
    Set<Long> seen = ConcurrentHashMap.newKeySet();
    AtomicLong taken = new AtomicLong();
    Callable<Void> work =
        () -> {
          for (int i = 0; i < 10_000; i++) {
            seen.add(counters.next("next", key));
            if (counters.tryTake("take", key, 12_345)) {
              taken.incrementAndGet();
            }
          }
          return null;
        };
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Void>> running = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      running.add(threads.submit(work));
    }
    for (Future<Void> each : running) {
      each.get();
    }
    threads.shutdown();

    assertThat(seen).hasSize(80_000);
    assertThat(taken).hasValue(12_345);
  }
}
