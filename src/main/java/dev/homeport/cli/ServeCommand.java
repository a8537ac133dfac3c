package dev.homeport.cli;

import dev.homeport.definition.setting.Settings;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.route.Route;
import dev.homeport.server.Reach;
import dev.homeport.server.ServedFolder;
import dev.homeport.server.ServedMocks;
import dev.homeport.server.outbound.AllowedTargets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Serves a folder until a signal comes. Prints start lines on standard output, one for the whole
 * folder and one for each service; the routes and the problems go to standard error.
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
    ServedFolder served = serving.served();
    Settings settings = serving.settings();
    for (ServedMocks each : served.all()) {
      routes(each, settings.quiet());
    }
    Reach reach = served.server().reach();
    ReachAdvice advice =
        new ReachAdvice(settings.host().orElse("loopback"), served.server().port(), reach);
    if (!settings.quiet()) {
      for (ServedMocks each : served.all()) {
        each.port().reach().localhostUrl().ifPresent(url -> also(each, url));
      }
      advice.hint(Container.isAround(Path.of("/"))).forEach(terminal.err()::println);
    }
    advice.warning().forEach(terminal.err()::println);
    AllowedTargets allowed = AllowedTargets.of(settings.allowedOutbound());
    for (ServedMocks each : served.all()) {
      new OutboundAdvice(each.live().mocks().index().routes(), allowed)
          .warnings()
          .forEach(terminal.err()::println);
    }
    terminal.err().flush();
    // At once: who has read the first line can read the others.
    StringBuilder lines = new StringBuilder();
    for (ServedMocks each : served.all()) {
      lines.append(
          settings.json() ? startAsJson(each, serving.problems()) : startLine(each).text());
      lines.append(System.lineSeparator());
    }
    terminal.out().print(lines);
    terminal.out().flush();
  }

  private void routes(ServedMocks mocks, boolean isQuiet) {
    List<Route> routes = mocks.live().mocks().index().routes();
    if (routes.isEmpty()) {
      String who = mocks.service().map(name -> "service " + name).orElse("" + folder.folder());
      terminal.err().println(who + " holds no route: every request is answered with 404");
    } else if (!isQuiet) {
      mocks.service().ifPresent(name -> terminal.err().println("service " + name + ":"));
      terminal.err().print(new RouteList(routes).render());
    }
  }

  private void also(ServedMocks mocks, String url) {
    terminal.err().println(mocks.service().map(name -> name + " ").orElse("") + "also at " + url);
  }

  private static StartLine startLine(ServedMocks mocks) {
    return new StartLine(mocks.service().orElse("Homeport"), mocks.port(), mocks.live().folder());
  }

  /** The problems are those of all files, also of other services. */
  private static String startAsJson(ServedMocks mocks, int problems) {
    Map<String, Object> start = new LinkedHashMap<>();
    mocks.service().ifPresent(name -> start.put("service", name));
    start.putAll(startLine(mocks).asMap());
    start.put("routes", mocks.live().mocks().index().routes().size());
    start.put("problems", problems);
    return Json.write(start);
  }
}
