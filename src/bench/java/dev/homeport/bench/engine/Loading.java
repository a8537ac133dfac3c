package dev.homeport.bench.engine;

import dev.homeport.definition.load.LiveMocks;
import dev.homeport.engine.route.RouteIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From a folder to routes that can answer: 10,000 of them, in ten files. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class Loading {

  private static final int FILES = 10;
  private static final int ROUTES_A_FILE = 1_000;

  private Path folder;

  @Setup
  public void write() throws IOException {
    folder = Files.createTempDirectory("homeport-bench");
    for (int i = 0; i < FILES; i++) {
      String routes = Mocks.routes(i * ROUTES_A_FILE, (i + 1) * ROUTES_A_FILE);
      Files.writeString(file(i), routes);
    }
  }

  private Path file(int number) {
    return folder.resolve("routes-" + number + ".yaml");
  }

  @TearDown
  public void delete() throws IOException {
    for (int i = 0; i < FILES; i++) {
      Files.delete(file(i));
    }
    Files.delete(folder);
  }

  @Benchmark
  public RouteIndex load() {
    RouteIndex routes = LiveMocks.open(folder, Map.of()).mocks().index();
    if (routes.routes().size() != FILES * ROUTES_A_FILE) {
      throw new IllegalStateException(routes.routes().size() + " routes");
    }
    return routes;
  }
}
