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
 * @param duration of one run of the client, at least a second
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

  /** Starts one server, and waits for its first answer. */
  ServerProcess start(Server server, Workload workload, Cores cores) throws IOException {
    return ServerProcess.start(server, workload, cores, javaOptions, folder);
  }
}
