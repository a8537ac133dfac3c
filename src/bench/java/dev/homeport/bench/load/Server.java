package dev.homeport.bench.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A server that runs in a JVM of its own. */
interface Server {

  /** As it is called in the tables. */
  String name();

  /** Whether it can be measured with this at all. */
  default boolean takes(Workload workload) {
    return true;
  }

  /** The same with a memory of all requests; itself when it has one anyway, or none. */
  default Server withJournal() {
    return this;
  }

  /**
   * Writes what it reads, and says how it is started.
   *
   * @param folder an empty one, its own
   * @param port which is free
   * @return the arguments of {@code java}, without options of the JVM
   */
  List<String> prepare(Workload workload, Path folder, int port) throws IOException;
}
