package dev.homeport.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How long an answer takes when the server has half of the requests that it could answer. wrk knows
 * no rate: each of many connections waits a random time before it asks, which makes the rate, and
 * lets requests come at random moments as they do from many clients.
 */
record HalfLoad() implements Experiment {

  private static final Workload WORKLOAD = new StaticAnswer();

  /** On average half of it; long beside an answer, so that connections and time give the rate. */
  private static final int MOST_THINKING_MILLIS = 20;

  @Override
  public String name() {
    return "half-load";
  }

  @Override
  public void run(Setup setup) throws IOException {
    Wrk hurried = Wrk.of(WORKLOAD, setup.clientCores(), setup.folder());
    Wrk thinking =
        Wrk.thinking(WORKLOAD, MOST_THINKING_MILLIS, setup.clientCores(), setup.folder());
    try (Servers servers = Servers.start(setup, WORKLOAD)) {
      List<Contender> contenders = servers.contenders();
      List<Double> most = new ArrayList<>();
      for (Contender each : contenders) {
        hurried.run(each.server(), setup.connections(), setup.warmUp());
        Measurement full = hurried.run(each.server(), setup.connections(), setup.duration());
        most.add(full.requestsASecond());
      }
      for (int round = 0; round < setup.rounds(); round++) {
        for (int i = 0; i < contenders.size(); i++) {
          contenders.get(i).round(thinking, connections(most.get(i) / 2), setup.duration());
        }
      }
      setup.out().println(table(contenders, most));
    }
  }

  private static int connections(double requestsASecond) {
    double thinkingSeconds = MOST_THINKING_MILLIS / 2 / 1e3;
    return (int) Math.max(1, Math.round(requestsASecond * thinkingSeconds));
  }

  private Table table(List<Contender> contenders, List<Double> most) {
    Table table = new Table(name(), "req/s", "of full", "p50 ms", "p99 ms", "p99.9 ms", "failed");
    for (int i = 0; i < contenders.size(); i++) {
      Contender each = contenders.get(i);
      double reached = each.median(Measurement::requestsASecond);
      table.add(
          each.name(),
          Table.whole(reached),
          Table.figure(reached / most.get(i)),
          Table.figure(each.millis(Measurement::p50)),
          Table.figure(each.millis(Measurement::p99)),
          Table.figure(each.millis(Measurement::p999)),
          Table.count(each.failures()));
    }
    return table;
  }
}
