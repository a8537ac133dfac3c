package dev.homeport.bench.load;

import java.io.IOException;

/** Something that is measured on every server. */
interface Experiment {

  /** As it is chosen on the command line. */
  String name();

  /** Measures, and prints a table. */
  void run(Setup setup) throws IOException;
}
