package dev.homeport.cli;

import dev.homeport.definition.load.Settings;
import dev.homeport.server.HttpServer;
import dev.homeport.server.Reach;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is said when a server answers.
 *
 * @param folder that it is about
 */
record StartLine(HttpServer server, Path folder) {

  /** {@code Homeport is running at http://127.0.0.1:49342}. */
  String text() {
    return "Homeport is running at " + server.url();
  }

  /** The same for programs, to be added to. */
  Map<String, Object> asMap() {
    Map<String, Object> start = new LinkedHashMap<>();
    start.put("url", server.url());
    server.reach().localhostUrl().ifPresent(url -> start.put("localhostUrl", url));
    start.put("port", server.port());
    start.put("pid", ProcessHandle.current().pid());
    start.put("folder", folder.toAbsolutePath().normalize().toString());
    return start;
  }

  /** Who reaches it, for a person. */
  void sayReach(Settings settings, PrintStream err) {
    Reach reach = server.reach();
    ReachAdvice advice = new ReachAdvice(settings.host().orElse("loopback"), server.port(), reach);
    if (!settings.quiet()) {
      reach.localhostUrl().ifPresent(url -> err.println("also at " + url));
      advice.hint(Container.isAround(Path.of("/"))).forEach(err::println);
    }
    advice.warning().forEach(err::println);
  }
}
