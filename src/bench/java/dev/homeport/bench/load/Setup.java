package dev.homeport.bench.load;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * With what is measured.
 *
 * @param servers the first is bare Undertow, which the others are compared with
 * @param javaOptions of every server's JVM
 * @param duration of one run of the client, in whole seconds
 * @param warmUp of each server, before the first round
 * @param folder for files that are not needed afterwards
 */
record Setup(
    List<Server> servers,
    List<String> javaOptions,
    Cores serverCores,
    Cores clientCores,
    int rounds,
    int connections,
    Duration duration,
    Duration warmUp,
    Path folder,
    PrintStream out) {

  Setup {
    atLeastOne("rounds", rounds);
    atLeastOne("connections", connections);
    atLeastOne("seconds of a turn", duration.toSeconds());
    atLeastOne("seconds to warm up", warmUp.toSeconds());
  }

  private static void atLeastOne(String what, long number) {
    if (number < 1) {
      throw new IllegalArgumentException(number + " " + what + " (at least 1)");
    }
  }

  /** Starts one server, and waits for its first answer. */
  ServerProcess start(Server server, Workload workload, Cores cores) throws IOException {
    return ServerProcess.start(server, workload, cores, javaOptions, folder);
  }
}
