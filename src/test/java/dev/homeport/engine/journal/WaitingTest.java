package dev.homeport.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A deadline far away: a test ends before it only when somebody was woken. */
@Timeout(60)
class WaitingTest {

  private static final Duration LONG = Duration.ofDays(1);

  private final BoundedJournal journal =
      new BoundedJournal(new JournalLimits(10, 1 << 20, 100), System::nanoTime);

  private Entry add() {
    return journal.add(Call.of("GET /").exchange());
  }

  private static Thread parked(CompletableFuture<Boolean> result, BoundedJournal journal) {
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(journal.awaitMore(0, LONG));
              } catch (InterruptedException e) {
                result.completeExceptionally(e);
              }
            });
    thread.start();
    Awaitility.await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    return thread;
  }

  @Nested
  class ForTheNextRequest {

    @Test
    void endsWhenOneComes() throws Exception {
      CompletableFuture<Boolean> result = new CompletableFuture<>();
      parked(result, journal);
      add();

      assertThat(result.get()).isTrue();
    }

    @Test
    void endsWhenTheThreadIsInterrupted() {
      CompletableFuture<Boolean> result = new CompletableFuture<>();
      parked(result, journal).interrupt();

      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(result::get)
          .withCauseInstanceOf(InterruptedException.class);
    }

    @Test
    void endsAtOnceWhenThereIsOneAlready() throws Exception {
      add();

      assertThat(journal.awaitMore(0, Duration.ZERO)).isTrue();
      assertThat(journal.awaitMore(0, LONG)).isTrue();
    }

    @Test
    void endsWithTheTime() throws Exception {
      assertThat(journal.awaitMore(0, Duration.ZERO)).isFalse();
      assertThat(journal.awaitMore(0, Duration.ofSeconds(Long.MIN_VALUE))).isFalse();
      assertThat(journal.awaitMore(0, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void isNotConfusedByClearing() throws Exception {
      CompletableFuture<Boolean> result = new CompletableFuture<>();
      parked(result, journal);
      journal.clear();
      add();

      assertThat(result.get()).isTrue();
    }
  }

  @Nested
  class BySubscription {

    private final AtomicInteger woken = new AtomicInteger();

    @Test
    void givesWhatCameSinceItBegan() {
      add();
      try (Subscription subscription = journal.subscribe(10, woken::incrementAndGet)) {
        assertThat(subscription.next()).isEmpty();
        Entry second = add();
        Entry third = add();

        assertThat(subscription.next()).containsExactly(second, third);
        assertThat(subscription.next()).isEmpty();
        assertThat(subscription.lost()).isZero();
      }
    }

    @Test
    void wakesOnceAfterNothingWasFound() {
      try (Subscription subscription = journal.subscribe(10, woken::incrementAndGet)) {
        add();
        assertThat(woken).hasValue(0);
        subscription.next();
        subscription.next();
        add();
        add();
        assertThat(woken).hasValue(1);
        subscription.next();
        add();
        assertThat(woken).hasValue(1);
      }
    }

    @Test
    void countsWhatASlowOneLoses() {
      try (Subscription subscription = journal.subscribe(3, woken::incrementAndGet)) {
        for (int i = 0; i < 25; i++) {
          add();
        }

        assertThat(subscription.next()).extracting(Entry::id).containsExactly(23L, 24L, 25L);
        assertThat(subscription.lost()).isEqualTo(22);
      }
    }

    @Test
    void doesNotCountWhatWasCleared() {
      try (Subscription subscription = journal.subscribe(3, woken::incrementAndGet)) {
        add();
        journal.clear();
        Entry after = add();

        assertThat(subscription.next()).containsExactly(after);
        assertThat(subscription.lost()).isZero();
      }
    }

    @Test
    void endsWhenItIsClosed() {
      Subscription subscription = journal.subscribe(3, woken::incrementAndGet);
      subscription.next();
      subscription.close();
      add();

      assertThat(woken).hasValue(0);
    }

    @Test
    void isForOneAtLeast() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> journal.subscribe(0, woken::incrementAndGet));
    }

    @Test
    void missesNothingWhileManyWrite() throws Exception {
      int writers = 4;
      int each = 5_000;
      BoundedJournal large =
          new BoundedJournal(new JournalLimits(100_000, 1L << 30, 100), System::nanoTime);
      Semaphore wakes = new Semaphore(0);
      List<Long> got = new ArrayList<>();
      try (Subscription subscription = large.subscribe(100_000, wakes::release)) {
        for (int i = 0; i < writers; i++) {
          new Thread(
                  () -> {
                    for (int j = 0; j < each; j++) {
                      large.add(Call.of("GET /").exchange());
                    }
                  })
              .start();
        }
        while (got.size() < writers * each) {
          List<Entry> news = subscription.next();
          news.forEach(entry -> got.add(entry.id()));
          if (news.isEmpty()) {
            assertThat(wakes.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
          }
        }
      }

      assertThat(got).isSorted().doesNotHaveDuplicates().hasSize(writers * each);
    }
  }
}
