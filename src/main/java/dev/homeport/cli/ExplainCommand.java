package dev.homeport.cli;

import dev.homeport.definition.load.LiveFolder;
import dev.homeport.definition.load.LiveService;
import dev.homeport.definition.load.LoadedMocks;
import dev.homeport.definition.setting.Settings;
import dev.homeport.diagnostic.Suggestion;
import dev.homeport.engine.EngineOptions;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.explain.Explanation;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which route of a folder would answer a request, and why; exit status 1 when none would. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = ProgramVersion.class,
    description = {
      "Say which route would answer a request, and why the others would not.",
      "Exit status 1 when none would."
    })
final class ExplainCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Parameters(index = "0", paramLabel = "METHOD", description = "GET, POST, …")
  private String method = "";

  @Parameters(
      index = "1",
      paramLabel = "PATH",
      description = "With its query, /users?page=2; or a whole URL.")
  private String path = "";

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "FOLDER",
      defaultValue = "mocks",
      description = "The folder of mock files (default: mocks).")
  private Path folder = Path.of("mocks");

  @Option(
      names = {"-H", "--header"},
      paramLabel = "NAME:VALUE",
      description = "A header of the request; may be repeated.")
  private List<String> headers = List.of();

  @Option(
      names = {"-d", "--data"},
      paramLabel = "BODY|@FILE",
      description = {
        "The body, or the file that holds it. Unless a header says",
        "so, its type is JSON when it is, else that of a form."
      })
  private @Nullable String data;

  @Option(
      names = "--var",
      paramLabel = "NAME=TEXT",
      description = "A named value for templates, {{vars.NAME}}; may be repeated.")
  private List<String> vars = List.of();

  @Option(names = "--json", description = "Print the explanation as JSON, for programs.")
  private boolean json;

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description = "Ask the service of this name, not the whole folder.")
  private @Nullable String service;

  ExplainCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() throws UsageException {
    Request request = new GivenRequest(method, path, headers, data).read();
    OutsideSettings outside = OutsideSettings.of(Map.of(), vars, environment);
    LiveFolder live = FolderOptions.open(folder, outside);
    terminal.log(live.problems());
    LoadedMocks whole = live.whole().mocks();
    Explanation explanation =
        service == null
            ? explain(request, whole, outside.settings().orElse(whole.settings()))
            : explain(request, live, named(service, live), outside);
    if (json || outside.settings().json()) {
      terminal.out().println(Json.write(explanation.asMap()));
    } else {
      terminal.out().print(explanation.text());
      if (service == null && !explanation.isAnswered()) {
        live.services().stream()
            .filter(each -> explain(request, live, each, outside).isAnswered())
            .forEach(each -> wouldAnswer(each.name()));
      }
    }
    terminal.out().flush();
    return explanation.isAnswered() ? ExitStatus.FINE : ExitStatus.PROBLEMS;
  }

  private static Explanation explain(
      Request request, LiveFolder live, LiveService service, OutsideSettings outside) {
    LoadedMocks mocks = service.mocks().mocks();
    return explain(
        request,
        mocks,
        Settings.ofService(outside.settings(), mocks.settings(), live.whole().mocks().settings()));
  }

  private static Explanation explain(Request request, LoadedMocks mocks, Settings settings) {
    EngineOptions options =
        new EngineOptions(
            settings.clock(), settings.seed(), settings.delay().orElse(null), settings.prefer());
    return new MockEngine(mocks.index(), mocks.plans(), options).explain(request);
  }

  private void wouldAnswer(String name) {
    terminal.out().println("\nThe service " + name + " would answer it: --service " + name);
  }

  private LiveService named(String name, LiveFolder live) throws UsageException {
    List<String> names = live.services().stream().map(LiveService::name).toList();
    int place = names.indexOf(name);
    if (place < 0) {
      String hint = Suggestion.didYouMean(name, names);
      throw new UsageException(
          "no service '"
              + name
              + "' in '"
              + folder
              + "'"
              + (hint == null ? "" : " (" + hint + ")"));
    }
    return live.services().get(place);
  }
}
