package dev.homeport.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.journal.BoundedJournal;
import dev.homeport.engine.journal.Call;
import dev.homeport.engine.journal.JournalLimits;
import dev.homeport.engine.verify.Verdict.Failure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Time stands still unless a test moves it: what ends by itself has not waited. */
@Timeout(60)
class VerifyWithinTest {

  private static final Duration LONG = Duration.ofDays(1);
  private static final RequestPattern RECEIPTS = Wanted.of("POST /receipts");

  private final AtomicLong now = new AtomicLong();
  private final BoundedJournal journal =
      new BoundedJournal(new JournalLimits(100, 1 << 20, 40), now::get);
  private final Verifier verifier = new Verifier(journal, now::get, false);

  /** Judges on a thread of its own. */
  private static final class Judging {

    private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final Thread thread;

    Judging(Supplier<Verdict> judge) {
      thread =
          new Thread(
              () -> {
                verdict.complete(judge.get());
                interrupted.set(Thread.currentThread().isInterrupted());
              });
      thread.start();
      Awaitility.await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    }

    Verdict verdict() {
      return verdict.join();
    }
  }

  private Judging judging(Count count) {
    return new Judging(() -> verifier.verify(RECEIPTS, count));
  }

  private void came(String... lines) {
    for (String line : lines) {
      journal.add(Call.of(line).exchange());
    }
  }

  @Test
  void whatComesLaterIsWaitedFor() {
    Judging judging = judging(Count.once().within(LONG));
    came("GET /other", "POST /receipts");

    assertThat(judging.verdict().passed()).isTrue();
  }

  @Test
  void enoughEndsTheWait() {
    came("POST /receipts");

    assertThat(verifier.verify(RECEIPTS, Count.once().within(LONG)).passed()).isTrue();
    assertThat(verifier.verify(RECEIPTS, Count.atLeast(1).within(LONG)).passed()).isTrue();
    assertThat(verifier.verify(RECEIPTS, Count.between(1, 2).within(LONG)).passed()).isTrue();
  }

  @Test
  void tooManyEndsTheWait() {
    Judging judging = judging(Count.never().within(LONG));
    came("POST /receipts");

    assertThat(judging.verdict().failure()).contains(Failure.COUNT);
  }

  @Test
  void noneAllowedWatchesTheWholeTime() {
    Judging never = judging(Count.never().within(LONG));
    Judging atMost = judging(Count.atMost(1).within(LONG));
    came("GET /other");
    now.addAndGet(LONG.toNanos());
    came("GET /other");

    assertThat(never.verdict().passed()).isTrue();
    assertThat(atMost.verdict().passed()).isTrue();
  }

  @Test
  void timeThatIsOverIsSaid() {
    Judging judging = judging(Count.once().within(Duration.ofSeconds(2)));
    now.addAndGet(Duration.ofSeconds(2).toNanos());
    came("GET /other");

    assertThat(judging.verdict().text())
        .startsWith(
            "wanted exactly 1 request within 2s, found none: POST /receipts (1 request came)");
  }

  @Test
  void aStreamOfOtherRequestsDoesNotKeepItGoing() {
    BoundedJournal large = new BoundedJournal(new JournalLimits(1 << 20, 1 << 30, 40), now::get);
    Verifier verifying = new Verifier(large, now::get, false);
    AtomicBoolean stopped = new AtomicBoolean();
    Thread busy =
        new Thread(
            () -> {
              while (!stopped.get()) {
                now.addAndGet(1_000_000);
                large.add(Call.of("GET /other").exchange());
              }
            });
    busy.start();

    Verdict verdict = verifying.verify(RECEIPTS, Count.never().within(Duration.ofMillis(50)));
    stopped.set(true);

    assertThat(verdict.passed()).isTrue();
  }

  @Test
  void whatWasSeenAndDroppedLaterCounts() {
    BoundedJournal small = new BoundedJournal(new JournalLimits(1, 1 << 20, 40), now::get);
    Verifier verifying = new Verifier(small, now::get, false);
    small.add(Call.of("POST /receipts").exchange());
    Judging judging = new Judging(() -> verifying.verify(RECEIPTS, Count.times(2).within(LONG)));
    small.add(Call.of("POST /receipts").exchange());

    assertThat(judging.verdict().passed()).isTrue();
    assertThat(verifying.noOtherRequests(List.of()).passed()).isTrue();
  }

  @Test
  void anOrderIsWaitedFor() {
    came("POST /receipts");
    Judging judging =
        new Judging(() -> verifier.verifyInOrder(List.of(RECEIPTS, Wanted.of("GET /done")), LONG));
    came("GET /done");

    assertThat(judging.verdict().passed()).isTrue();
  }

  @Test
  void clearingBeginsTheCountAnew() {
    came("POST /receipts");
    Judging judging = judging(Count.times(2).within(LONG));
    journal.clear();
    came("POST /receipts", "POST /receipts");

    assertThat(judging.verdict().text())
        .isEqualTo(
            "wanted exactly 2 requests within 1440m, found 2: POST /receipts (2 requests came)");
  }

  @Test
  void anInterruptEndsTheWaitAndStays() throws InterruptedException {
    Judging judging = judging(Count.once().within(LONG));
    judging.thread.interrupt();
    judging.thread.join();

    assertThat(judging.verdict().failure()).contains(Failure.INTERRUPTED);
    assertThat(judging.verdict().text()).contains("the wait was interrupted");
    assertThat(judging.interrupted).isTrue();
  }
}
