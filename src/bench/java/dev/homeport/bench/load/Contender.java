package dev.homeport.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A server that takes part in rounds, and what they measured. Of several rounds the median counts.
 * Used by one thread.
 */
final class Contender {

  private final ServerProcess server;
  private final long firstBytes;
  private final List<Measurement> rounds = new ArrayList<>();

  Contender(ServerProcess server) {
    this.server = server;
    this.firstBytes = server.residentBytes();
  }

  ServerProcess server() {
    return server;
  }

  /** Its memory when it had answered once. */
  long firstBytes() {
    return firstBytes;
  }

  String name() {
    return server.server().name();
  }

  void round(Wrk client, int connections, Duration duration) throws IOException {
    rounds.add(client.run(server, connections, duration));
  }

  double median(ToDoubleFunction<Measurement> figure) {
    return Medians.of(rounds.stream().mapToDouble(figure).toArray());
  }

  /** The ratio to another within each round: what slows the machine down slows both. */
  double ratio(Contender other, ToDoubleFunction<Measurement> figure) {
    double[] ratios = new double[rounds.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = figure.applyAsDouble(rounds.get(i)) / figure.applyAsDouble(other.rounds.get(i));
    }
    return Medians.of(ratios);
  }

  double millis(Function<Measurement, Duration> percentile) {
    return median(each -> percentile.apply(each).toNanos() / 1e6);
  }

  long failures() {
    return rounds.stream().mapToLong(Measurement::failures).sum();
  }
}
