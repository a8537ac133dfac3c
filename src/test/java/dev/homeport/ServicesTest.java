package dev.homeport;

import static dev.homeport.Count.once;
import static dev.homeport.Count.times;
import static dev.homeport.RequestPattern.get;
import static dev.homeport.Response.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sub-folders with a port of their own, as a Java program sees them. */
class ServicesTest {

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path folder;

  @BeforeEach
  void twoServices() throws IOException {
    write("a.yaml", "GET /a: { text: whole }\n");
    write("users/homeport.yaml", "service: users\n");
    write("users/a.yaml", "GET /a: { text: users }\nPUT /on: { set: { on: true }, text: x }\n");
    write("team/orders/homeport.yaml", "service: orders\ntrailingSlash: ignore\n");
    write("team/orders/a.yaml", "GET /a: { text: orders }\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Homeport start() {
    return Homeport.start(HomeportOptions.of(folder).withPort(0));
  }

  private String ask(Homeport api, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(api.url() + path)).build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void haveTheirOwnPortJournalAndRoutes() throws Exception {
    try (Homeport api = start()) {
      Homeport users = api.service("users");
      Homeport orders = api.service("orders");

      assertThat(api.services()).containsOnlyKeys("orders", "users");
      assertThat(ask(api, "/a")).isEqualTo("whole");
      assertThat(ask(users, "/a")).isEqualTo("users");
      assertThat(ask(orders, "/a/")).as("a setting of its own").isEqualTo("orders");
      assertThat(ask(users, "/a/")).startsWith("{");
      users.verify(get("/a"), once());
      orders.verify(get("/a"), once());
      api.verifyNoMoreRequests(get("/a"));
      users.load(get("/a").reply(text("loaded")));
      assertThat(ask(users, "/a")).isEqualTo("loaded");
      assertThat(ask(api, "/a")).isEqualTo("whole");
    }
  }

  @Test
  void areAskedForByName() {
    try (Homeport api = start()) {
      assertThatThrownBy(() -> api.service("user"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no service 'user' in these mocks (did you mean 'users'?)");
      assertThatThrownBy(() -> api.service("users").service("users"))
          .hasMessage("no service 'users' in these mocks");
    }
  }

  @Test
  void areResetWithTheWhole() throws Exception {
    try (Homeport api = start()) {
      Homeport users = api.service("users");
      users.setState("on", 2);
      ask(users, "/a");
      ask(api, "/a");

      users.reset();
      assertThat(users.state()).isEmpty();
      assertThat(users.requests()).isEmpty();
      assertThat(api.requests()).hasSize(1);

      users.setState("on", 3);
      api.reset();
      assertThat(users.state()).isEmpty();
      assertThat(api.requests()).isEmpty();
    }
  }

  @Test
  void areForkedWithTheWhole() throws Exception {
    try (Homeport api = start()) {
      Homeport users = api.service("users");
      users.setState("on", true);
      users.load("GET /loaded: { text: loaded }");
      Homeport fork = api.fork();
      Homeport own = fork.service("users");

      assertThat(own.port()).isNotEqualTo(users.port());
      assertThat(own.state("on")).contains(true);
      assertThat(ask(own, "/loaded")).isEqualTo("loaded");
      users.verify(get("/loaded"), times(0));
      own.setState("on", false);
      fork.reset();
      assertThat(own.requests()).isEmpty();
      assertThat(own.state("on")).contains(true);

      fork.close();
      assertThatThrownBy(() -> ask(own, "/a")).isInstanceOf(IOException.class);
      assertThat(ask(users, "/loaded")).isEqualTo("loaded");
    }
  }

  @Test
  void haveAControlApiOfTheirOwn() throws Exception {
    try (Homeport api = start();
        Homeport fork = api.fork()) {
      Homeport users = api.service("users");
      Homeport forked = fork.service("users");

      assertThat(ask(users, "/__homeport/routes"))
          .contains("\"GET /a\"", "\"PUT /on\"", "users/a.yaml");
      assertThat(ask(api, "/__homeport/routes")).doesNotContain("PUT /on");
      assertThat(ask(users, "/__homeport/ports"))
          .contains("\"port\":" + users.port() + ",", "\"port\":" + forked.port() + ",")
          .doesNotContain("\"port\":" + api.port() + ",");
    }
  }

  @Test
  void reloadWithTheWholeAndTakeItsSettingsWhereTheyHaveNone() throws Exception {
    write("users/now.yaml", "GET /now: { text: '{{now}}' }\n");
    write("team/orders/now.yaml", "GET /now: { text: '{{now}}' }\n");
    try (Homeport api = start();
        Homeport fork = api.fork()) {
      write("homeport.yaml", "clock: 2026-01-01\n");
      write("users/a.yaml", "GET /a: { text: new }\n");
      write("team/orders/homeport.yaml", "service: orders\nclock: 2027-01-01\n");

      api.reload();

      assertThat(ask(fork.service("users"), "/a")).isEqualTo("new");
      assertThat(ask(fork.service("users"), "/now")).startsWith("2026-01-01");
      assertThat(ask(api.service("users"), "/now")).startsWith("2026-01-01");
      assertThat(ask(api.service("orders"), "/now")).startsWith("2027-01-01");
      assertThat(ask(api.service("orders"), "/a/")).as("not ignored any more").startsWith("{");
      assertThat(ask(api, "/a")).isEqualTo("whole");
    }
  }

  @Test
  void keepTheirLastGoodRoutesWhenTheyVanish() throws Exception {
    try (Homeport api = start()) {
      Files.move(folder.resolve("users"), folder.resolve("_users"));

      api.reload();

      assertThat(ask(api.service("users"), "/a")).isEqualTo("users");
      assertThat(api.problems())
          .singleElement()
          .asString()
          .contains("users", "the folder is not there any more");
    }
  }

  @Test
  void thatAppearWhileItRunsAreNoticed() throws Exception {
    write("sub/b.yaml", "GET /b: { text: b }\n");
    try (Homeport api = start()) {
      write("sub/homeport.yaml", "service: sub\n");

      api.reload();

      assertThat(ask(api, "/b")).as("the last good state").isEqualTo("b");
      assertThat(api.problems())
          .singleElement()
          .asString()
          .endsWith(
              "sub/homeport.yaml:1:1: this makes the folder a service, which was not one at the"
                  + " start (restart to give it a port of its own)");
    }
  }

  @Test
  void mayHaveAFixedPortUnlessPortZeroIsWanted() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      write("users/homeport.yaml", "service: users\nport: " + taken.getLocalPort() + "\n");

      try (Homeport api = start()) {
        assertThat(api.service("users").port()).isNotEqualTo(taken.getLocalPort());
      }
      assertThatThrownBy(() -> Homeport.start(folder.toString()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("service 'users': port " + taken.getLocalPort() + " is taken: ")
          .hasMessageEndingWith("choose another in its homeport.yaml, or leave port out there");
    }
  }

  @Test
  void theExampleHasTwo() throws Exception {
    HomeportOptions options = HomeportOptions.of(Path.of("examples/services")).withPort(0);
    try (Homeport api = Homeport.start(options.withStrict(true))) {
      assertThat(ask(api, "/health")).isEqualTo("{\"status\":\"up\"}");
      assertThat(ask(api.service("shop"), "/orders/7"))
          .isEqualTo("{\"id\":\"7\",\"state\":\"paid\"}");
      assertThat(api.service("mail").routes()).hasSize(1);
    }
  }

  @Test
  void areReportedTogether() throws Exception {
    write("b.yaml", "GET /b: { staus: 1 }\n");
    write("users/b.yaml", "GET /b: { staus: 1 }\n");

    try (Homeport api = start()) {
      assertThat(api.problems()).hasSize(2);
    }
    assertThatThrownBy(
            () -> Homeport.start(HomeportOptions.of(folder).withPort(0).withStrict(true)))
        .isInstanceOf(InvalidMocksException.class)
        .hasMessageContaining("users/b.yaml:1:11");
  }
}
