package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.Count;
import dev.homeport.Homeport;
import dev.homeport.HomeportOptions;
import dev.homeport.RequestPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing that counts loses a request, however many come at once. */
class ExactCountsTest {

  private static final int CONNECTIONS = 64;
  private static final int EACH = 50;
  private static final int ALL = CONNECTIONS * EACH;

  private final Homeport api =
      Homeport.start(
          HomeportOptions.ofYaml(
                  """
                  GET /call: { text: "{{call}}" }
                  GET /counter: { text: "{{counter 'orders'}}" }
                  GET /state: { set: { n: "{{math (default state.n 0) '+' 1}}" }, text: "{{state.n}}" }
                  GET /times: [ { times: 1000, text: some }, { text: rest } ]
                  GET /sequence: { sequence: [ { text: a }, { text: b }, { text: c } ] }
                  GET /cycle: { cycle: [ { text: a }, { text: b } ] }
                  """)
              .withPort(0));

  @AfterEach
  void stop() {
    api.close();
  }

  /** What all get that ask at once, each on a connection of its own. */
  private List<String> ask(String path) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
    CyclicBarrier start = new CyclicBarrier(CONNECTIONS);
    List<Future<List<String>>> asked = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      asked.add(
          clients.submit(
              () -> {
                List<String> bodies = new ArrayList<>();
                try (RawClient client = new RawClient(api.port())) {
                  start.await();
                  for (int j = 0; j < EACH; j++) {
                    bodies.add(client.ask("GET " + path).body());
                  }
                }
                return bodies;
              }));
    }
    List<String> all = new ArrayList<>();
    for (Future<List<String>> each : asked) {
      all.addAll(each.get());
    }
    clients.shutdown();
    return all;
  }

  private static List<String> numbers() {
    return IntStream.rangeClosed(1, ALL).mapToObj(Integer::toString).toList();
  }

  @Test
  void everyRequestHasANumberOfItsOwn() throws Exception {
    assertThat(ask("/call")).containsExactlyInAnyOrderElementsOf(numbers());
    assertThat(ask("/counter")).containsExactlyInAnyOrderElementsOf(numbers());
    assertThat(ask("/state")).containsExactlyInAnyOrderElementsOf(numbers());
    api.verify(RequestPattern.get("/state"), Count.times(ALL));
    assertThat(api.state("n").map(Object::toString)).contains(Integer.toString(ALL));
  }

  @Test
  void everyTurnIsTakenOnce() throws Exception {
    assertThat(ask("/times")).filteredOn("some"::equals).hasSize(1000);
    List<String> sequence = ask("/sequence");
    assertThat(sequence).filteredOn("a"::equals).hasSize(1);
    assertThat(sequence).filteredOn("b"::equals).hasSize(1);
    assertThat(ask("/cycle")).filteredOn("a"::equals).hasSize(ALL / 2);
    assertThat(api.routes()).filteredOn(route -> route.calls() == ALL).hasSize(3);
  }
}
