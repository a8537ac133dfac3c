package dev.homeport.cli;

import dev.homeport.definition.load.LoadedMocks;
import dev.homeport.definition.load.Settings;
import dev.homeport.definition.load.TextReader;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.route.Route;
import dev.homeport.server.HttpServer;
import java.io.PrintStream;
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
    OutsideSettings outside = OutsideSettings.of(options.given(), folder.vars(), environment);
    LoadedMocks mocks = folder.load(outside);
    Settings settings = outside.settings().orElse(mocks.settings());
    terminal.log(mocks.problems());
    if (settings.strict() && !mocks.problems().isEmpty()) {
      terminal.err().println("not started, because of --strict");
      return ExitStatus.PROBLEMS;
    }
    HttpServer server;
    RequestLines lines = new RequestLines(terminal.err(), settings.verbose()).started();
    try {
      TextReader texts = TextReader.in(folder.folder(), outside.vars());
      server = HttpServer.start(mocks, settings, texts, lines);
    } catch (IllegalArgumentException e) {
      throw UsageException.of(e);
    } catch (IllegalStateException e) {
      terminal.err().println("homeport: " + e.getMessage());
      return ExitStatus.NOT_STARTED;
    }
    try (server) {
      StopSignal signal = StopSignal.calling(server::close);
      say(server, mocks, settings);
      signal.await();
    }
    return ExitStatus.FINE;
  }

  private void say(HttpServer server, LoadedMocks mocks, Settings settings) {
    PrintStream err = terminal.err();
    List<Route> routes = mocks.index().routes();
    if (routes.isEmpty()) {
      err.println(folder.folder() + " holds no route: every request is answered with 404");
    } else if (!settings.quiet()) {
      err.print(new RouteList(routes).render());
    }
    if (settings.host().isEmpty() && !settings.quiet()) {
      err.println("also at " + localhost(server));
    }
    err.flush();
    terminal
        .out()
        .println(settings.json() ? startAsJson(server, mocks, settings) : startLine(server));
    terminal.out().flush();
  }

  private static String startLine(HttpServer server) {
    return "Homeport is running at " + server.url();
  }

  /** To a browser, a site other than 127.0.0.1. */
  private static String localhost(HttpServer server) {
    return "http://localhost:" + server.port();
  }

  private static String startAsJson(HttpServer server, LoadedMocks mocks, Settings settings) {
    Map<String, Object> start = new LinkedHashMap<>();
    start.put("url", server.url());
    if (settings.host().isEmpty()) {
      start.put("localhostUrl", localhost(server));
    }
    start.put("port", server.port());
    start.put("routes", mocks.index().routes().size());
    start.put("problems", mocks.problems().size());
    return Json.write(start);
  }
}
