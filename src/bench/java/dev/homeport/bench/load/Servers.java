package dev.homeport.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * All servers that can be measured with a workload, running until they are closed. They share
 * cores, but only one is asked at a time.
 */
record Servers(List<Contender> contenders) implements AutoCloseable {

  static Servers start(Setup setup, Workload workload) throws IOException {
    List<Contender> contenders = new ArrayList<>();
    try {
      for (Server server : setup.servers()) {
        if (server.takes(workload)) {
          contenders.add(new Contender(setup.start(server, workload, setup.serverCores())));
        }
      }
    } catch (IOException e) {
      new Servers(contenders).close();
      throw e;
    }
    return new Servers(contenders);
  }

  @Override
  public void close() {
    contenders.forEach(each -> each.server().close());
  }
}
