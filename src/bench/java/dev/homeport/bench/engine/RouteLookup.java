package dev.homeport.bench.engine;

import dev.homeport.definition.load.InvalidTextException;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.route.Lookup;
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

/** The walk down the tree of routes, every request to another route than the one before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class RouteLookup {

  /** A prime, so that neighbours do not follow each other. */
  private static final int STEP = 7919;

  @Param({"1", "10000", "100000"})
  public int routes;

  private MockEngine engine;
  private String[] targets;
  private int at;

  @Setup
  public void compile() throws InvalidTextException {
    engine = Mocks.engine(Mocks.routes(0, routes));
    targets = new String[routes];
    for (int i = 0; i < routes; i++) {
      targets[i] = "/svc" + i + "/items/" + i;
    }
  }

  /** Only this; what a request costs to make is in it. */
  @Benchmark
  public Lookup lookup() {
    at = (at + STEP) % targets.length;
    return engine.lookup(Requests.get(targets[at]));
  }
}
