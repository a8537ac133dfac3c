package dev.homeport.bench.load;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** All there is to measure, in the order in which it is measured. */
final class Experiments implements Iterable<String> {

  private static final List<Experiment> ALL =
      List.of(
          new StartUp(20),
          new StartUp(10_000),
          new StartUp(100_000),
          new Throughput(new StaticAnswer()),
          new Throughput(new TemplatedAnswer()),
          new Throughput(new ManyRoutes(1)),
          new Throughput(new ManyRoutes(100)),
          new Throughput(new ManyRoutes(1_000)),
          new Throughput(new ManyRoutes(10_000)),
          new Throughput(new ManyRoutes(100_000)),
          new Throughput(new ManyCases(10)),
          new Throughput(new ManyCases(1_000)),
          new HalfLoad(),
          new FullJournal());

  /** Their names, for the help. */
  @Override
  public Iterator<String> iterator() {
    return ALL.stream().map(Experiment::name).iterator();
  }

  /**
   * Those that were asked for, all for no name; {@code routes} is every {@code routes-…}.
   *
   * @throws IllegalArgumentException for a name that nothing has
   */
  static List<Experiment> named(List<String> names) {
    return names.isEmpty() ? ALL : names.stream().flatMap(Experiments::named).toList();
  }

  private static Stream<Experiment> named(String name) {
    List<Experiment> found =
        ALL.stream()
            .filter(each -> each.name().equals(name) || each.name().startsWith(name + "-"))
            .toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing is called '%s'; there are %s"
              .formatted(name, String.join(", ", new Experiments())));
    }
    return found.stream();
  }
}
