package dev.homeport.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many write and many read at the same time; what each reader sees must fit together. */
class ConcurrentJournalTest {

  private static final int WRITERS = 6;
  private static final int READERS = 3;
  private static final int EACH = 20_000;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicBoolean done = new AtomicBoolean();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private static BoundedJournal journal(int entries) {
    return new BoundedJournal(new JournalLimits(entries, 1L << 30, 100), System::nanoTime);
  }

  private <T> List<Future<T>> start(int times, Callable<T> task) {
    List<Future<T>> started = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      started.add(threads.submit(task));
    }
    return started;
  }

  private static <T> List<T> results(List<Future<T>> started) throws Exception {
    List<T> results = new ArrayList<>();
    for (Future<T> each : started) {
      results.add(each.get());
    }
    return results;
  }

  /** Every second request has no route. Who wrote one sees it at once, or that it went. */
  private static List<Long> write(Journal journal) {
    List<Long> ids = new ArrayList<>(EACH);
    for (int i = 0; i < EACH; i++) {
      Call call = Call.of("GET /");
      Entry entry = journal.add((i % 2 == 0 ? call.unmatched("no route") : call).exchange());
      View after = journal.viewAfter(entry.id() - 1);
      boolean isThere = !after.entries().isEmpty() && after.entries().get(0) == entry;
      if (!isThere && (after.missed() == 0 || journal.entry(entry.id()).isPresent())) {
        throw new AssertionError("#" + entry.id() + " was written and is not there: " + after);
      }
      ids.add(entry.id());
    }
    return ids;
  }

  /** Ids without a gap up to the last, and nothing ever goes back. */
  private long read(Journal journal, int most) {
    long newest = 0;
    long views = 0;
    while (!done.get()) {
      View view = journal.view();
      List<Entry> entries = view.entries();
      assertThat(view.last()).isGreaterThanOrEqualTo(newest);
      assertThat(entries.size()).isLessThanOrEqualTo(most + 1);
      assertThat(view.missed() + entries.size()).isEqualTo(view.total());
      long next = view.missed() + 1;
      long unmatched = view.unmatchedBefore();
      for (Entry entry : entries) {
        assertThat(entry.id()).isEqualTo(next++);
        assertThat(entry.unmatchedBefore()).isEqualTo(unmatched);
        unmatched += entry.outcome() instanceof Outcome.Unmatched ? 1 : 0;
      }
      newest = view.last();
      views++;
    }
    return views;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 1000, 1_000_000})
  void nothingIsMissingAndNothingIsThereTwice(int most) throws Exception {
    BoundedJournal journal = journal(most);
    List<Future<Long>> readers = start(READERS, () -> read(journal, most));
    List<Future<List<Long>>> writers = start(WRITERS, () -> write(journal));

    List<List<Long>> written = results(writers);
    done.set(true);

    long total = WRITERS * (long) EACH;
    assertThat(results(readers)).allMatch(views -> views > 0);
    assertThat(written.stream().flatMap(List::stream).sorted().toList())
        .isEqualTo(java.util.stream.LongStream.rangeClosed(1, total).boxed().toList());
    assertThat(written).allSatisfy(ids -> assertThat(ids).isSorted());
    long held = Math.min(most, total);
    assertThat(journal.view().entries()).hasSize((int) held);
    assertThat(journal.extent())
        .returns(held, Extent::entries)
        .returns(total - held, Extent::dropped)
        .returns(journal.view().entries().stream().mapToLong(Entry::bytes).sum(), Extent::bytes);
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 100_000})
  void clearingBetweenLosesNothingOfWhatComesAfterwards(int most) throws Exception {
    BoundedJournal journal = journal(most);
    List<Future<List<Long>>> writers =
        start(
            WRITERS,
            () -> {
              List<Long> ids = new ArrayList<>();
              for (int i = 0; i < EACH; i++) {
                ids.add(journal.add(Call.of("GET /").exchange()).id());
              }
              return ids;
            });
    List<Future<Integer>> clearing =
        start(
            2,
            () -> {
              int times = 0;
              do {
                journal.clear();
                View view = journal.view();
                assertThat(view.total()).isEqualTo(view.missed() + view.entries().size());
                assertThat(view.entries())
                    .allSatisfy(
                        entry -> assertThat(entry.id()).isGreaterThanOrEqualTo(view.first()));
                times++;
              } while (!done.get());
              return times;
            });

    List<List<Long>> written = results(writers);
    done.set(true);

    assertThat(results(clearing)).allMatch(times -> times > 0);
    assertThat(written.stream().flatMap(List::stream).distinct()).hasSize(WRITERS * EACH);
    journal.clear();
    assertThat(journal.extent()).isEqualTo(new Extent(0, 0, WRITERS * (long) EACH + 1, 0));
  }
}
