package dev.homeport.bench.engine;

import dev.homeport.definition.load.InvalidTextException;
import dev.homeport.engine.journal.BoundedJournal;
import dev.homeport.engine.journal.Journal;
import dev.homeport.engine.journal.JournalLimits;
import dev.homeport.engine.verify.Count;
import dev.homeport.engine.verify.RequestPattern;
import dev.homeport.engine.verify.Verdict;
import dev.homeport.engine.verify.Verifier;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Verifying that calls came, in a journal of 100,000. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class Verification {

  private static final int ENTRIES = 100_000;

  private Verifier verifier;
  private RequestPattern byPath;
  private RequestPattern byJson;

  @Setup
  public void fill() throws InvalidTextException {
    Journal journal =
        new BoundedJournal(new JournalLimits(ENTRIES, Long.MAX_VALUE, 1 << 20), System::nanoTime);
    Exchanges exchanges = new Exchanges();
    for (int i = 0; i < ENTRIES; i++) {
      journal.add(exchanges.next());
    }
    verifier = new Verifier(journal, System::nanoTime, false);
    byPath = Mocks.pattern("request: POST /orders");
    byJson = Mocks.pattern("{ request: POST /orders, when: { json: { kind: case-7 } } }");
  }

  /** All of them fit. */
  @Benchmark
  public Verdict path() {
    return passed(verifier.verify(byPath, Count.times(ENTRIES)));
  }

  /** One in a hundred fits; every body is parsed. */
  @Benchmark
  public Verdict json() {
    return passed(verifier.verify(byJson, Count.times(ENTRIES / 100)));
  }

  private static Verdict passed(Verdict verdict) {
    if (!verdict.passed()) {
      throw new IllegalStateException(verdict.text());
    }
    return verdict;
  }
}
