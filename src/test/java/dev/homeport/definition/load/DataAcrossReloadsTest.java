package dev.homeport.definition.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.diagnostic.Problem;
import dev.homeport.engine.EngineOptions;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of data when files are edited, and of files when data change. */
class DataAcrossReloadsTest {

  private static final EngineOptions OPTIONS =
      new EngineOptions(Clock.systemUTC(), OptionalLong.empty(), null, true);

  @TempDir Path folder;
  private LiveMocks live;
  private MockEngine engine;
  private final AtomicInteger changes = new AtomicInteger();

  @BeforeEach
  void serve() throws IOException {
    write("users.json", "[ { \"id\": 1 } ]");
    write("data.yaml", "data: { users: users.json }\n");
    write("users.yaml", "CRUD /users: { data: users }\n");
    live = LiveMocks.open(folder, Map.of());
    engine = new MockEngine(live.mocks().index(), live.mocks().plans(), OPTIONS);
    live.listen(
        reload -> {
          changes.addAndGet(reload.isEmpty() ? 0 : 1);
          engine.use(reload.mocks().index(), reload.mocks().plans(), OPTIONS);
        });
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private String ask(String method, String target, String body) {
    Request request =
        new Request(
            method,
            target,
            Headers.none(),
            body.getBytes(StandardCharsets.UTF_8),
            "http",
            InetAddress.getLoopbackAddress());
    Reply reply = (Reply) engine.answer(request, engine.lookup(request)).answer();
    return reply.status()
        + " "
        + new String(((Body.Bytes) reply.body()).content(), StandardCharsets.UTF_8);
  }

  private List<String> problems() {
    return live.mocks().problems().stream().map(Problem::message).toList();
  }

  @Test
  void dataOutliveAReloadOfTheirRoutes() throws IOException {
    ask("POST", "/users", "{}");
    write("users.yaml", "CRUD /people: { data: users }\n");
    live.reload();

    assertThat(ask("GET", "/people", "")).isEqualTo("200 [{\"id\":1},{\"id\":2}]");
    assertThat(ask("GET", "/users", "")).startsWith("404");
  }

  @Test
  void dataOutliveASeedThatIsOnlyWrittenOtherwise() throws IOException {
    ask("POST", "/users", "{}");
    write("users.json", "[{\"id\":1}]\n");
    live.reload();

    assertThat(ask("GET", "/users", "")).isEqualTo("200 [{\"id\":1},{\"id\":2}]");
  }

  @Test
  void anotherSeedReplacesThem() throws IOException {
    ask("POST", "/users", "{}");
    write("users.json", "[{\"id\":7}]");
    live.reload();

    assertThat(ask("GET", "/users", "")).isEqualTo("200 [{\"id\":7}]");
    ask("DELETE", "/users/7", "");
    engine.reset();
    assertThat(ask("GET", "/users", "")).isEqualTo("200 [{\"id\":7}]");
  }

  @Test
  void aBrokenSeedKeepsTheLastGoodOne() throws IOException {
    ask("POST", "/users", "{}");
    write("users.json", "[{");
    live.reload();

    assertThat(problems()).hasSize(1).allMatch(each -> each.startsWith("seed: 'users.json'"));
    assertThat(ask("GET", "/users", "")).isEqualTo("200 [{\"id\":1},{\"id\":2}]");
  }

  @Test
  void aCollectionThatIsGoneIsAProblemWhereItIsNamedAndGoesOnServing() throws IOException {
    write("data.yaml", "data: { people: [] }\n");
    live.reload();

    assertThat(problems()).containsExactly("data: unknown collection 'users'");
    assertThat(ask("POST", "/users", "{}")).isEqualTo("201 {\"id\":2}");
    write("users.yaml", "CRUD /people: { data: people }\n");
    live.reload();
    assertThat(problems()).isEmpty();
    assertThat(ask("GET", "/people", "")).isEqualTo("200 []");
    assertThat(engine.state().moment().data().names()).containsExactly("people");
  }

  @Test
  void aNewCollectionMendsTheFileThatNamesIt() throws IOException {
    write("more.yaml", "CRUD /orders: { data: orders }\n");
    live.reload();
    assertThat(problems()).hasSize(1);

    write("data.yaml", "data: { users: users.json, orders: [ { id: 5 } ] }\n");
    live.reload();

    assertThat(problems()).isEmpty();
    assertThat(ask("GET", "/orders/5", "")).isEqualTo("200 {\"id\":5}");
  }

  @Test
  void aCollectionOfAnotherKindHasOtherRoutes() throws IOException {
    write("users.json", "{ \"a\": 1 }");
    live.reload();

    assertThat(ask("GET", "/users", "")).isEqualTo("200 {\"a\":1}");
    assertThat(ask("PATCH", "/users", "{\"b\":2}")).isEqualTo("200 {\"a\":1,\"b\":2}");
    assertThat(ask("POST", "/users", "{}")).startsWith("405");
  }

  @Test
  void aFileWithAProblemAtTheStartLeavesItsCollectionUnserved() throws IOException {
    write("data.yaml", "data: { users: gone.json }\n");
    LiveMocks others = LiveMocks.open(folder, Map.of());
    engine = new MockEngine(others.mocks().index(), others.mocks().plans(), OPTIONS);

    assertThat(ask("GET", "/users", ""))
        .startsWith("500")
        .contains("users.yaml:1:1: the collection 'users' is not served: its file has a problem");
  }

  @Nested
  class WithSavedData {

    private final List<String> failures = new CopyOnWriteArrayList<>();

    private void awaitContent(String name, String text) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(read(name)).isEqualTo(text));
    }

    @Test
    void aChangeIsWrittenAndIsNoReload() throws IOException {
      SeedSaver saver = SeedSaver.start(live, engine, failures::add);
      ask("POST", "/users", "{\"name\":\"Ada\"}");

      awaitContent(
          "users.json",
          """
          [
            {
              "id": 1
            },
            {
              "id": 2,
              "name": "Ada"
            }
          ]
          """);
      ask("POST", "/users", "{}");
      live.reload();
      assertThat(changes).hasValue(0);
      write("users.yaml", "CRUD /people: { data: users }\n");
      write("data.yaml", "data: { users: users.json } # read again\n");
      live.reload();
      assertThat(ask("GET", "/people", ""))
          .isEqualTo("200 [{\"id\":1},{\"id\":2,\"name\":\"Ada\"},{\"id\":3}]");
      saver.close();
      assertThat(Json.parse(read("users.json"))).hasSize(3);
      try (Stream<Path> left = Files.list(folder)) {
        assertThat(left.map(each -> each.getFileName().toString()))
            .containsExactlyInAnyOrder("data.yaml", "users.json", "users.yaml");
      }
      assertThat(failures).isEmpty();
    }

    @Test
    void whatIsPutBackReplacesTheData() throws IOException {
      SeedSaver saver = SeedSaver.start(live, engine, failures::add);
      ask("DELETE", "/users/1", "");
      awaitContent("users.json", "[]\n");
      write("users.json", "[ { \"id\": 1 } ]");
      live.reload();

      assertThat(ask("GET", "/users", "")).isEqualTo("200 [{\"id\":1}]");
      saver.close();
      assertThat(read("users.json")).isEqualTo("[ { \"id\": 1 } ]");
    }

    @Test
    void anEditThatWasNotReadIsNotOverwritten() throws IOException {
      SeedSaver saver = SeedSaver.start(live, engine, failures::add);
      write("users.json", "[ { \"id\": 9 } ]");
      ask("DELETE", "/users/1", "");
      saver.close();
      assertThat(read("users.json")).isEqualTo("[ { \"id\": 9 } ]");
      assertThat(failures).hasSize(1).allMatch(each -> each.contains("was edited meanwhile"));
    }

    @Test
    void anEditThatIsBrokenIsNotOverwritten() throws IOException {
      SeedSaver saver = SeedSaver.start(live, engine, failures::add);
      write("users.json", "[ { \"id\": 9 }, {");
      live.reload();
      ask("DELETE", "/users/1", "");
      saver.close();
      assertThat(read("users.json")).isEqualTo("[ { \"id\": 9 }, {");
      assertThat(failures).hasSize(1).allMatch(each -> each.contains("was edited meanwhile"));
    }

    @Test
    void theFormatStays() throws IOException {
      write("people.yaml", "- { name: Ada, tags: [ a ] }\n");
      write("prices.csv", "id,name,eur\n1,lamp,1.50\n");
      write("data.yaml", "data: { users: users.json, people: people.yaml, prices: prices.csv }\n");
      write("users.yaml", "CRUD /people: { data: people }\nCRUD /prices: { data: prices }\n");
      live.reload();
      SeedSaver saver = SeedSaver.start(live, engine, failures::add);
      ask("POST", "/people", "{\"name\":\"true\",\"no\":null,\"x y\":{\"a\":1}}");
      ask("POST", "/prices", "{\"name\":\"a, \\\"b\\\"\",\"sold\":true,\"text\":\"1\"}");
      saver.close();
      assertThat(read("people.yaml"))
          .isEqualTo(
              """
              - id: 1
                name: "Ada"
                tags: ["a"]
              - id: 2
                name: "true"
                "no": null
                "x y": {"a":1}
              """);
      assertThat(read("prices.csv"))
          .isEqualTo(
              "id,name,eur,sold,text\r\n1,lamp,1.50,,\r\n2,\"a, \"\"b\"\"\",,true,\"1\"\r\n");
      String before = ask("GET", "/people", "") + ask("GET", "/prices", "");
      engine =
          new MockEngine(
              LiveMocks.open(folder, Map.of()).mocks().index(),
              LiveMocks.open(folder, Map.of()).mocks().plans(),
              OPTIONS);
      assertThat(ask("GET", "/people", "") + ask("GET", "/prices", "")).isEqualTo(before);
    }
  }
}
