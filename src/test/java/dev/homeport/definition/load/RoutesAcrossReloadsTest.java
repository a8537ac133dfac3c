package dev.homeport.definition.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.engine.EngineOptions;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.route.Route;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of the routes lives on when their files are read again, and what does not. */
class RoutesAcrossReloadsTest {

  private static final EngineOptions OPTIONS =
      new EngineOptions(Clock.systemUTC(), OptionalLong.empty(), null, true);

  @TempDir Path folder;

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), text);
  }

  private MockEngine serve(LiveMocks live) {
    MockEngine engine = new MockEngine(live.mocks().index(), OPTIONS);
    live.listen(reload -> engine.use(reload.mocks().index(), List.of(), OPTIONS));
    return engine;
  }

  private static String ask(MockEngine engine, String method, String target, String body) {
    Request request =
        new Request(
            method,
            target,
            Headers.of(List.of(new Headers.Field("Host", "localhost"))),
            body.getBytes(StandardCharsets.UTF_8),
            "http",
            InetAddress.getLoopbackAddress());
    Reply reply = (Reply) engine.answer(request, engine.lookup(request)).answer();
    return reply.body() instanceof Body.Bytes bytes
        ? new String(bytes.content(), StandardCharsets.UTF_8)
        : "";
  }

  @Test
  void countsOfUnchangedRoutesLiveOn() throws IOException {
    write("GET /a: { text: \"{{call}}\" }\nGET /b: { text: \"{{call}}\" }\n");
    LiveMocks live = LiveMocks.open(folder, Map.of());
    MockEngine engine = serve(live);
    ask(engine, "GET", "/a", "");
    ask(engine, "GET", "/b", "");

    write("# moved\nGET /b: { text: \"{{call}}.\" }\nGET /a: { text: '{{call}}' }\n");
    live.reload();

    assertThat(ask(engine, "GET", "/a", "")).isEqualTo("2");
    assertThat(ask(engine, "GET", "/b", "")).isEqualTo("1.");
  }

  @Test
  void countsOfCasesLiveOnWhenTheyAreEqualAndBeginAnewWhenNot() throws IOException {
    String first = "first: [ { times: 1, text: %s } ]\n";
    String route = "GET /a:\n  sequence: [ { text: s1 }, { text: s2 }, { text: s3 } ]\n";
    write(first.formatted("f") + route);
    LiveMocks live = LiveMocks.open(folder, Map.of());
    MockEngine engine = serve(live);
    assertThat(ask(engine, "GET", "/a", "")).isEqualTo("f");
    assertThat(ask(engine, "GET", "/a", "")).isEqualTo("s1");

    write("# the same\n" + first.formatted("f") + route);
    live.reload();
    assertThat(ask(engine, "GET", "/a", "")).isEqualTo("s2");

    write(first.formatted("g") + route);
    live.reload();
    assertThat(ask(engine, "GET", "/a", "")).isEqualTo("g");
    assertThat(ask(engine, "GET", "/a", "")).isEqualTo("s3");
  }

  @Test
  void countsOfGoneRoutesAreForgottenAndNamedCountersStay() throws IOException {
    write("GET /a: { text: \"{{call}} {{counter 'orders'}}\" }\n");
    LiveMocks live = LiveMocks.open(folder, Map.of());
    MockEngine engine = serve(live);
    assertThat(ask(engine, "GET", "/a", "")).isEqualTo("1 1");

    write("# nothing\n");
    live.reload();
    write("GET /a: { text: \"{{call}} {{counter 'orders'}}\" }\n");
    live.reload();

    assertThat(ask(engine, "GET", "/a", "")).isEqualTo("1 2");
  }

  @Test
  void goneRoutesAreFreedWithAllThatWasCompiledForThem() throws IOException {
    LiveMocks live = LiveMocks.open(folder, Map.of());
    MockEngine engine = serve(live);
    List<WeakReference<Route>> gone = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      write(everyKind(i));
      live.reload();
      assertThat(live.mocks().problems()).isEmpty();
      assertThat(ask(engine, "POST", "/a/" + i, "{\"n\": " + i + "}")).startsWith("a" + i);
      live.mocks().index().routes().forEach(route -> gone.add(new WeakReference<>(route)));
    }
    write("");
    live.reload();

    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(gone).allMatch(route -> route.refersTo(null));
            });
  }

  private static String everyKind(int i) {
    return """
        POST /a/{id:%1$d|x+}:
          when:
            path: { id: { matches: "[0-9]+|y%1$d" } }
            json: { "$.n": { gte: 0 }, "$..n": { lt: 100 } }
            schema: { type: object, properties: { n: { type: integer, title: "t%1$d" } } }
          text: "a%1$d {{#each json}}{{this}}{{@index}}%1$d{{/each}} {{jsonPath body '$.n'}}"
        """
        .formatted(i);
  }

  @Test
  void aMissSaysWhichFilesHaveAProblem() throws IOException {
    Files.writeString(folder.resolve("bad.yaml"), "GET /a: { statsu: 200 }\n");
    LiveMocks live = LiveMocks.open(folder, Map.of());
    MockEngine engine = serve(live);

    assertThat(ask(engine, "GET", "/a", ""))
        .contains("bad.yaml has a problem, and serves what it did before it, or nothing.");

    Files.writeString(folder.resolve("bad.yaml"), "GET /b: { status: 200 }\n");
    live.reload();
    assertThat(ask(engine, "GET", "/a", "")).contains("No route has").doesNotContain("problem,");
  }
}
