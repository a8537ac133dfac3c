package dev.homeport.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The estimate beside what the virtual machine says; loosely, for others use the heap, too. */
class HeapEstimateTest {

  private static final int ENTRIES = 20_000;

  @ParameterizedTest
  @CsvSource({"0, 0", "8, 0", "8, 1000", "25, 200"})
  void isNearToWhatTheHeapLoses(int headers, int body, TestReporter reporter) {
    BoundedJournal journal =
        new BoundedJournal(new JournalLimits(ENTRIES, 1L << 40, 1 << 20), System::nanoTime);
    long before = used();
    for (int i = 0; i < ENTRIES; i++) {
      journal.add(call(headers, body).exchange());
    }
    long real = used() - before;
    double ratio = journal.extent().bytes() / (double) real;

    reporter.publishEntry(headers + " headers, " + body + " bytes of body", "" + ratio);
    assertThat(ratio).as("" + ratio).isBetween(0.5, 2.5);
    assertThat(journal.extent().entries()).isEqualTo(ENTRIES);
  }

  /** Nothing of it is shared with the next. */
  private static Call call(int headers, int body) {
    Call call = Call.of(fresh(() -> "GET /users/1234567890?page=2"));
    for (int i = 0; i < headers; i++) {
      call.header(fresh(() -> "X-Some-Header"), fresh(() -> "a value of some twenty characters"));
    }
    return call.body(new byte[body]).responded(new byte[body]);
  }

  private static String fresh(Supplier<String> text) {
    return String.valueOf(text.get().toCharArray());
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
