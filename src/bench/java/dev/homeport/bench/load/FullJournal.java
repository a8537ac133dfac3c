package dev.homeport.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a million requests do to a server that remembers them: its memory, and its speed. */
record FullJournal() implements Experiment {

  private static final Workload WORKLOAD = new StaticAnswer();
  private static final long REQUESTS = 1_000_000;

  @Override
  public String name() {
    return "journal";
  }

  @Override
  public void run(Setup setup) throws IOException {
    Wrk client = Wrk.of(WORKLOAD, setup.clientCores(), setup.folder());
    Table table =
        new Table(
            name(),
            "requests",
            "MiB first",
            "MiB last",
            "heap MiB first",
            "heap MiB last",
            "CPU µs/req first",
            "CPU µs/req last",
            "failed");
    for (Server server : setup.servers()) {
      try (ServerProcess running =
          setup.start(server.withJournal(), WORKLOAD, setup.serverCores())) {
        fill(running, client, setup, table);
      }
    }
    setup.out().println(table);
  }

  /** Looks at its memory when it has warmed up, and the journal is full for long. */
  private static void fill(ServerProcess server, Wrk client, Setup setup, Table table)
      throws IOException {
    client.run(server, setup.connections(), setup.warmUp());
    long firstHeap = server.liveHeapBytes();
    client.run(server, setup.connections(), setup.duration());
    long firstBytes = server.residentBytes();
    List<Measurement> runs = new ArrayList<>();
    long requests = 0;
    do {
      Measurement run = client.run(server, setup.connections(), setup.duration());
      requests += run.requests();
      runs.add(run);
    } while (requests < REQUESTS);
    table.add(
        server.server().name(),
        Table.count(requests),
        Table.mebibytes(firstBytes),
        Table.mebibytes(server.residentBytes()),
        Table.mebibytes(firstHeap),
        Table.mebibytes(server.liveHeapBytes()),
        Table.figure(runs.get(0).cpuMicros()),
        Table.figure(runs.get(runs.size() - 1).cpuMicros()),
        Table.count(runs.stream().mapToLong(Measurement::failures).sum()));
  }
}
