package dev.homeport.bench.load;

import java.io.IOException;
import java.util.List;

/** From the start of the process to its first answer, with so many routes. */
record StartUp(int routes) implements Experiment {

  @Override
  public String name() {
    return "start-up-" + routes;
  }

  @Override
  public void run(Setup setup) throws IOException {
    Workload workload = new ManyRoutes(routes);
    List<Server> servers = setup.servers();
    int starts = setup.rounds();
    double[][] oneCore = new double[servers.size()][starts];
    double[][] allCores = new double[servers.size()][starts];
    double[][] memory = new double[servers.size()][starts];
    for (int start = 0; start < starts; start++) {
      for (int i = 0; i < servers.size(); i++) {
        try (ServerProcess server = setup.start(servers.get(i), workload, setup.serverCores())) {
          oneCore[i][start] = server.startUp().toNanos() / 1e9;
        }
        try (ServerProcess server = setup.start(servers.get(i), workload, Cores.ALL)) {
          allCores[i][start] = server.startUp().toNanos() / 1e9;
          memory[i][start] = server.residentBytes();
        }
      }
    }
    Table table = new Table(name(), "s on the server's cores", "s on all cores", "MiB");
    for (int i = 0; i < servers.size(); i++) {
      table.add(
          servers.get(i).name(),
          Table.figure(Medians.of(oneCore[i])),
          Table.figure(Medians.of(allCores[i])),
          Table.mebibytes((long) Medians.of(memory[i])));
    }
    setup.out().println(table);
  }
}
