package dev.homeport.cli;

import dev.homeport.definition.load.LiveFolder;
import dev.homeport.definition.load.LiveService;
import dev.homeport.diagnostic.Problem;
import dev.homeport.engine.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reports every problem of a folder; exit status 1 when there is one. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = ProgramVersion.class,
    description = "Report every problem in the files; exit status 1 when there is one.")
final class CheckCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Mixin private FolderOptions folder = new FolderOptions();

  @Option(names = "--json", description = "Print the report as JSON, for programs.")
  private boolean json;

  @Option(names = "--quiet", description = "Print nothing when all is well.")
  private boolean quiet;

  CheckCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() throws UsageException {
    OutsideSettings outside = OutsideSettings.of(Map.of(), folder.vars(), environment);
    LiveFolder mocks = folder.open(outside);
    List<Problem> problems = mocks.problems();
    if (json || outside.settings().json()) {
      terminal.out().println(asJson(mocks, problems));
    } else if (!problems.isEmpty()) {
      terminal.report(problems);
    } else if (!quiet && !outside.settings().quiet()) {
      terminal.out().println(folder.folder() + ": " + RouteList.count(mocks) + ", no problem");
    }
    return problems.isEmpty() ? ExitStatus.FINE : ExitStatus.PROBLEMS;
  }

  private static String asJson(LiveFolder mocks, List<Problem> problems) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("files", mocks.files());
    report.put("routes", mocks.routes());
    if (!mocks.services().isEmpty()) {
      report.put("services", mocks.services().stream().map(LiveService::name).toList());
    }
    report.put("problems", problems.stream().map(CheckCommand::asMap).toList());
    return Json.write(report);
  }

  private static Map<String, Object> asMap(Problem problem) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("file", problem.at().file());
    map.put("line", problem.at().line());
    map.put("column", problem.at().column());
    map.put("message", problem.message());
    if (problem.hint() != null) {
      map.put("hint", problem.hint());
    }
    if (problem.excerpt() != null) {
      map.put("excerpt", problem.excerpt());
    }
    return map;
  }
}
