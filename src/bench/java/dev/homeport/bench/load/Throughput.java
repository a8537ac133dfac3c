package dev.homeport.bench.load;

import java.io.IOException;
import java.util.List;

/** How many requests are answered when each connection asks as soon as it was answered. */
record Throughput(Workload workload) implements Experiment {

  @Override
  public String name() {
    return workload.name();
  }

  @Override
  public void run(Setup setup) throws IOException {
    Wrk client = Wrk.of(workload, setup.clientCores(), setup.folder());
    try (Servers servers = Servers.start(setup, workload)) {
      List<Contender> contenders = servers.contenders();
      for (Contender each : contenders) {
        client.run(each.server(), setup.connections(), setup.warmUp());
      }
      for (int round = 0; round < setup.rounds(); round++) {
        for (Contender each : contenders) {
          each.round(client, setup.connections(), setup.duration());
        }
      }
      setup.out().println(table(contenders));
    }
  }

  private Table table(List<Contender> contenders) {
    Table table =
        new Table(
            name(),
            "req/s",
            "to bare",
            "CPU µs/req",
            "to bare",
            "p50 ms",
            "p99 ms",
            "p99.9 ms",
            "MiB first",
            "MiB last",
            "failed");
    Contender bare = contenders.get(0);
    for (Contender each : contenders) {
      table.add(
          each.name(),
          Table.whole(each.median(Measurement::requestsASecond)),
          Table.figure(each.ratio(bare, Measurement::requestsASecond)),
          Table.figure(each.median(Measurement::cpuMicros)),
          Table.figure(each.ratio(bare, Measurement::cpuMicros)),
          Table.figure(each.millis(Measurement::p50)),
          Table.figure(each.millis(Measurement::p99)),
          Table.figure(each.millis(Measurement::p999)),
          Table.mebibytes(each.firstBytes()),
          Table.mebibytes(each.server().residentBytes()),
          Table.count(each.failures()));
    }
    return table;
  }
}
