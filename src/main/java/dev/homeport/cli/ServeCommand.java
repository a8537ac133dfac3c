package dev.homeport.cli;

import dev.homeport.definition.load.LoadedMocks;
import dev.homeport.definition.load.Settings;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.route.Route;
import dev.homeport.server.HttpServer;
import dev.homeport.server.outbound.AllowedTargets;
import java.io.PrintStream;
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
  @Mixin private ServeOptions options = new ServeOptions();

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
    StartLine line = new StartLine(server, folder.folder());
    line.sayReach(settings, err);
    AllowedTargets allowed = AllowedTargets.of(settings.allowedOutbound());
    new OutboundAdvice(routes, allowed).warnings().forEach(err::println);
    err.flush();
    terminal.out().println(settings.json() ? startAsJson(line, serving.mocks()) : line.text());
    terminal.out().flush();
  }

  private static String startAsJson(StartLine line, LoadedMocks mocks) {
    Map<String, Object> start = line.asMap();
    start.put("routes", mocks.index().routes().size());
    start.put("problems", mocks.problems().size());
    return Json.write(start);
  }
}
