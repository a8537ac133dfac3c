package dev.homeport.bench.engine;

import dev.homeport.definition.load.InvalidTextException;
import dev.homeport.engine.Decision;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.http.Request;
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

/** A request through the engine: its route, its case, its answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class Answers {

  private MockEngine engine;

  @Setup
  public void compile() throws InvalidTextException {
    engine =
        Mocks.engine(
            """
            GET /static: { json: { id: 7, name: Ada Lovelace } }
            GET /users/{id}:
              json:
                id: "{{path.id}}"
                page: "{{query.page}}"
                tenant: "{{headers.X-Tenant}}"
                trace: "{{uuid}}"
            GET /header:
              - { when: { headers: { X-Tenant: depot } }, status: 409 }
              - { when: { headers: { X-Tenant: harbour } }, json: { id: 7 } }
            """);
  }

  /** What this takes is in the others, too. */
  @Benchmark
  public Decision constant() {
    return answer(Requests.get("/static"));
  }

  /** A path variable, a query parameter, a header and a UUID. */
  @Benchmark
  public Decision template() {
    return answer(Requests.get("/users/107?page=3"));
  }

  /** The second case answers. */
  @Benchmark
  public Decision headerCondition() {
    return answer(Requests.get("/header"));
  }

  private Decision answer(Request request) {
    return engine.answer(request, engine.lookup(request));
  }
}
