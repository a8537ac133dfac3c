package dev.homeport.bench.engine;

import dev.homeport.definition.load.InvalidTextException;
import dev.homeport.engine.MockEngine;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Counting what fits a pattern in a journal of 100,000 requests to a thousand paths. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class Counting {

  private static final int ENTRIES = 100_000;

  /** The first fits all, the third none, the others one of ten, of a hundred or of a thousand. */
  @Param({
    "request: POST /orders/{id}",
    "request: POST /orders/7",
    "request: POST /users/{id}",
    "request: 'POST /{kind}/7'",
    "request: 'POST /orders/{id:[0-9]*7}'",
    "name: order",
    "tag: shop",
    "when: { query: { page: 7 } }",
    "when: { headers: { X-Tenant: harbour } }",
    "when: { json: { kind: case-7 } }"
  })
  public String pattern;

  private Verifier verifier;
  private RequestPattern wanted;

  @Setup
  public void fill() throws InvalidTextException {
    Journal journal =
        new BoundedJournal(new JournalLimits(ENTRIES, Long.MAX_VALUE, 1 << 20), System::nanoTime);
    MockEngine engine =
        Mocks.engine("POST /orders/{id}: { name: order, tags: [shop], json: { id: 7 } }");
    Exchanges exchanges = new Exchanges();
    for (int i = 0; i < ENTRIES; i++) {
      journal.add(exchanges.next(engine));
    }
    verifier = new Verifier(journal, System::nanoTime, false);
    wanted = Mocks.pattern(pattern);
  }

  @Benchmark
  public Verdict count() {
    return verifier.verify(wanted, Count.atLeast(0));
  }

  /** As a test does that fails: with the requests that came nearest. */
  @Benchmark
  public Verdict countAndFail() {
    return verifier.verify(wanted, Count.atLeast(ENTRIES + 1));
  }
}
