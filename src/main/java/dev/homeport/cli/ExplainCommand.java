package dev.homeport.cli;

import dev.homeport.definition.load.LoadedMocks;
import dev.homeport.definition.load.Settings;
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

  ExplainCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() throws UsageException {
    Request request = new GivenRequest(method, path, headers, data).read();
    OutsideSettings outside = OutsideSettings.of(Map.of(), vars, environment);
    LoadedMocks mocks = FolderOptions.load(folder, outside);
    terminal.log(mocks.problems());
    Settings settings = outside.settings().orElse(mocks.settings());
    EngineOptions options =
        new EngineOptions(
            settings.clock(), settings.seed(), settings.delay().orElse(null), settings.prefer());
    MockEngine engine = new MockEngine(mocks.index(), mocks.plans(), options);
    Explanation explanation = engine.explain(request);
    if (json || outside.settings().json()) {
      terminal.out().println(Json.write(explanation.asMap()));
    } else {
      terminal.out().print(explanation.text());
    }
    terminal.out().flush();
    return explanation.isAnswered() ? ExitStatus.FINE : ExitStatus.PROBLEMS;
  }
}
