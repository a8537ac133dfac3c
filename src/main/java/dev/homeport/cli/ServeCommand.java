package dev.homeport.cli;

import dev.homeport.definition.load.LoadedMocks;
import dev.homeport.definition.load.Settings;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.route.Route;
import dev.homeport.server.HttpServer;
import dev.homeport.server.Reach;
import dev.homeport.server.outbound.AllowedTargets;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Serves a folder until a signal comes. Prints one line on standard output, the start line; the
 * routes and the problems go to standard error.
 */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = ProgramVersion.class,
    description = "Serve a folder of mock files on loopback.")
final class ServeCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Mixin private FolderOptions folder = new FolderOptions();
  @Mixin private SettingOptions options = new SettingOptions();

  ServeCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() throws UsageException {
    try (Serving serving = Serving.start(terminal, environment, folder, options)) {
      StopSignal signal = StopSignal.calling(serving::close);
      try {
        serving.announce(terminal);
      } catch (NotServedException e) {
        signal.forget();
        throw e;
      }
      say(serving);
      signal.await();
      return ExitStatus.FINE;
    } catch (NotServedException e) {
      return e.status();
    }
  }

  private void say(Serving serving) {
    PrintStream err = terminal.err();
    HttpServer server = serving.server();
    Settings settings = serving.settings();
    List<Route> routes = serving.mocks().index().routes();
    if (routes.isEmpty()) {
      err.println(folder.folder() + " holds no route: every request is answered with 404");
    } else if (!settings.quiet()) {
      err.print(new RouteList(routes).render());
    }
    Reach reach = server.reach();
    ReachAdvice advice = new ReachAdvice(settings.host().orElse("loopback"), server.port(), reach);
    if (!settings.quiet()) {
      reach.localhostUrl().ifPresent(url -> err.println("also at " + url));
      advice.hint(Container.isAround(Path.of("/"))).forEach(err::println);
    }
    advice.warning().forEach(err::println);
    AllowedTargets allowed = AllowedTargets.of(settings.allowedOutbound());
    new OutboundAdvice(routes, allowed).warnings().forEach(err::println);
    err.flush();
    terminal
        .out()
        .println(settings.json() ? startAsJson(server, serving.mocks()) : startLine(server));
    terminal.out().flush();
  }

  private static String startLine(HttpServer server) {
    return "Homeport is running at " + server.url();
  }

  private String startAsJson(HttpServer server, LoadedMocks mocks) {
    Map<String, Object> start = new LinkedHashMap<>();
    start.put("url", server.url());
    server.reach().localhostUrl().ifPresent(url -> start.put("localhostUrl", url));
    start.put("port", server.port());
    start.put("pid", ProcessHandle.current().pid());
    start.put("folder", folder.folder().toAbsolutePath().normalize().toString());
    start.put("routes", mocks.index().routes().size());
    start.put("problems", mocks.problems().size());
    return Json.write(start);
  }
}
