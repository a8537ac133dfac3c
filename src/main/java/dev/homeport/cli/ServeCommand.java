package dev.homeport.cli;

import dev.homeport.definition.load.LoadedMocks;
import dev.homeport.definition.load.Settings;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.route.Route;
import dev.homeport.server.HttpServer;
import dev.homeport.server.Reach;
import java.io.IOException;
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
    OutsideSettings outside = OutsideSettings.of(options.given(), folder.vars(), environment);
    LoadedMocks mocks = folder.load(outside);
    Settings settings = outside.settings().orElse(mocks.settings());
    terminal.log(mocks.problems());
    if (settings.strict() && !mocks.problems().isEmpty()) {
      terminal.err().println("not started, because of --strict");
      return ExitStatus.PROBLEMS;
    }
    try (RequestLines lines = new RequestLines(terminal.err(), settings.verbose()).started()) {
      return serve(mocks, settings, lines);
    }
  }

  private int serve(LoadedMocks mocks, Settings settings, RequestLines lines)
      throws UsageException {
    HttpServer server;
    try {
      server = HttpServer.start(mocks, settings, lines);
    } catch (IllegalArgumentException e) {
      throw UsageException.of(e);
    } catch (IllegalStateException e) {
      terminal.err().println("homeport: " + e.getMessage());
      return ExitStatus.NOT_STARTED;
    }
    try (server;
        AddressFiles files = AddressFiles.of(server, settings)) {
      StopSignal signal = StopSignal.calling(() -> end(files, server, lines));
      try {
        files.write();
      } catch (IOException e) {
        signal.forget();
        terminal.err().println("homeport: " + e.getMessage());
        return ExitStatus.NOT_STARTED;
      }
      say(server, mocks, settings);
      signal.await();
    }
    return ExitStatus.FINE;
  }

  /** Nobody shall read where it answers once it does not. */
  private static void end(AddressFiles files, HttpServer server, RequestLines lines) {
    files.close();
    server.close();
    lines.close();
  }

  private void say(HttpServer server, LoadedMocks mocks, Settings settings) {
    PrintStream err = terminal.err();
    List<Route> routes = mocks.index().routes();
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
    err.flush();
    terminal.out().println(settings.json() ? startAsJson(server, mocks) : startLine(server));
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
