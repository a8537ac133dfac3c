package dev.homeport.bench.engine;

import dev.homeport.definition.load.InvalidTextException;
import dev.homeport.engine.journal.BoundedJournal;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Exchange;
import dev.homeport.engine.journal.Journal;
import dev.homeport.engine.journal.JournalLimits;
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

/** Writing down, in a journal that is full: for each that comes the oldest goes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class JournalAppend {

  private Journal journal;
  private Exchanges exchanges;

  @Setup
  public void fill() throws InvalidTextException {
    journal = new BoundedJournal(JournalLimits.DEFAULT, System::nanoTime);
    exchanges = new Exchanges();
    for (int i = 0; i < JournalLimits.DEFAULT.entries(); i++) {
      journal.add(exchanges.next());
    }
  }

  /** What is in {@link #append} too, but is not the journal's. */
  @Benchmark
  public Exchange exchange() {
    return exchanges.next();
  }

  @Benchmark
  public Entry append() {
    return journal.add(exchanges.next());
  }
}
