package dev.homeport.bench.load;

import java.util.List;

/**
 * Which processor cores a process may use, by taskset.
 *
 * @param list as taskset wants it, {@code 0} or {@code 0,2-3}; empty for all
 */
record Cores(String list) {

  static final Cores ALL = new Cores("");

  /** What is put before a command. */
  List<String> prefix() {
    return list.isEmpty() ? List.of() : List.of("taskset", "-c", list);
  }
}
