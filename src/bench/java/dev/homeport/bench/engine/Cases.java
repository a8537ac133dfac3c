package dev.homeport.bench.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.definition.load.InvalidTextException;
import dev.homeport.engine.Decision;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.http.Request;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/** Cases told apart by one value; each is the one that answers as often as any other. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class Cases {

  private static final String BODY =
      """
      { "customer": { "id": 4711, "name": "Ada Lovelace" }, "kind": "case-%d",
        "lines": [ { "sku": "A-1", "count": 2 }, { "sku": "B-2", "count": 1 } ], "note": "%s" }
      """;

  private static final int NOTE_LENGTH = 860;

  /** Has no divisor in common with the numbers of cases. */
  private static final int STEP = 7;

  @Param({"10", "1000"})
  public int cases;

  private MockEngine engine;
  private byte[][] bodies;
  private String[] targets;
  private int at;

  @Setup
  public void compile() throws InvalidTextException {
    engine = Mocks.engine(route("POST /orders", "json") + route("GET /search", "query"));
    bodies = new byte[cases][];
    targets = new String[cases];
    for (int i = 0; i < cases; i++) {
      bodies[i] = BODY.formatted(i, "x".repeat(NOTE_LENGTH)).getBytes(UTF_8);
      targets[i] = "/search?page=3&kind=case-" + i;
    }
  }

  private String route(String key, String part) {
    return IntStream.range(0, cases)
        .mapToObj(
            i ->
                "  - { when: { %s: { kind: case-%d } }, json: { answer: %d } }\n"
                    .formatted(part, i, i))
        .collect(Collectors.joining("", key + ":\n", ""));
  }

  /** A JSONPath into a body of 1 KB. */
  @Benchmark
  public Decision json() {
    return answer(Requests.post("/orders", bodies[next()]));
  }

  @Benchmark
  public Decision query() {
    return answer(Requests.get(targets[next()]));
  }

  private Decision answer(Request request) {
    return engine.answer(request, engine.lookup(request));
  }

  private int next() {
    at = (at + STEP) % cases;
    return at;
  }
}
