package dev.homeport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that is run beside the server. */
class RunCommandTest {

  @TempDir Path folder;

  /** The command: asks for the targets that it is given, and exits with its first argument. */
  static final class Client {

    private Client() {}

    public static void main(String[] args) throws Exception {
      String url = System.getenv("HOMEPORT_URL");
      for (String target : List.of(args).subList(1, args.length)) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + target)).build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
      }
      System.exit(Integer.parseInt(args[0]));
    }
  }

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "GET /a: { text: a }\nGET /b: { text: b }\n");
  }

  private Outcome run(List<String> options, String... client) {
    List<String> args = new ArrayList<>(List.of("run", folder.toString(), "--port", "0"));
    args.addAll(options);
    args.add("--");
    args.addAll(Programs.command(Client.class, client));
    return Outcome.of(args.toArray(String[]::new));
  }

  @Test
  void findsTheServerAndGivesItsStatus() {
    Outcome outcome = run(List.of(), "7", "/a", "/a");

    assertThat(outcome.status()).isEqualTo(7);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .isEqualTo(
            "2 requests, 0 unmatched, 1 route never used:\n  GET /b  " + folder + "/a.yaml:2\n");
  }

  @Test
  void mayFailForARequestThatNoRouteAnswered() {
    Outcome lenient = run(List.of(), "0", "/a", "/b", "/c");
    Outcome strict = run(List.of("--fail-on-unmatched"), "0", "/a", "/b", "/c");
    Outcome failing = run(List.of("--fail-on-unmatched"), "5", "/c");
    Outcome good = run(List.of("--fail-on-unmatched"), "0", "/a");

    assertThat(lenient.status()).isZero();
    assertThat(lenient.err()).contains("3 requests, 1 unmatched, 0 routes never used\n");
    assertThat(strict.status()).isEqualTo(1);
    assertThat(strict.err()).contains("GET /c 404");
    assertThat(failing.status()).isEqualTo(5);
    assertThat(good.status()).isZero();
  }

  @Test
  void thatIsNotThereExitsAsAShellDoes() {
    Outcome outcome = Outcome.of("run", folder.toString(), "--port", "0", "--", "no-such-command");

    assertThat(outcome.status()).isEqualTo(127);
    assertThat(outcome.err()).contains("'no-such-command' cannot be run: ");
  }

  @Test
  void mustBeThere() {
    assertThat(Outcome.of("run", folder.toString()).status()).isEqualTo(2);
    assertThat(Outcome.of("run", folder.toString(), "--").err())
        .contains("no command to run (write -- before it: homeport run -- npm test)");
    assertThat(Outcome.of("run", folder.toString(), "npm", "test").status()).isEqualTo(2);
  }

  @Test
  void doesNotBeginWhenTheFolderCannotBeServed() {
    Outcome outcome = Outcome.of("run", folder.resolve("none").toString(), "--", "no-such-command");

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("does not exist");
  }
}
