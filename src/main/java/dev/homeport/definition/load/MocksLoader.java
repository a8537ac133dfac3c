package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.Problem;
import dev.homeport.engine.route.Route;
import dev.homeport.engine.route.RouteIndex;
import dev.homeport.engine.template.KnownNames;
import dev.homeport.engine.template.TemplateCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a folder of mock files. Immutable, safe to share. */
public final class MocksLoader {

  private final Map<String, String> vars;
  private final TemplateCompiler templates = new TemplateCompiler();

  /**
   * A loader.
   *
   * @param vars named values from outside ({@code --var k=v}); they win over those of the files
   */
  public MocksLoader(Map<String, String> vars) {
    this.vars = Map.copyOf(vars);
  }

  /** The routes of one file, and what is wrong with it. */
  private record FileRoutes(MockText text, List<Route> routes) {}

  /**
   * Reads every mock file; mistakes become problems, never exceptions. A file with a problem
   * contributes no route.
   *
   * @throws IllegalArgumentException when the folder is missing or no folder
   */
  public LoadedMocks load(Path folder) {
    MocksFolder mocks = open(folder);
    List<Problem> problems = new ArrayList<>();
    List<MockText> texts =
        mocks.files(problems).parallelStream()
            .map(file -> MockText.read(file, mocks.shown(file)))
            .toList();
    DataFiles data = new DataFiles();
    texts.forEach(data::collect);
    List<MockText> mockTexts = texts.stream().filter(text -> !data.contains(text.path())).toList();

    FolderSettings settings = settings(mocks, mockTexts);
    List<FileRoutes> files =
        mockTexts.parallelStream()
            .filter(text -> !isSettings(text.path()))
            .map(text -> routes(mocks, text, settings.surroundings()))
            .toList();
    List<Route> routes = register(files, settings.settings().ignoreTrailingSlash());
    collect(mockTexts, problems);
    problems.sort(null);
    RouteIndex index = RouteIndex.compile(routes, settings.settings().ignoreTrailingSlash());
    return new LoadedMocks(index, problems, settings.settings(), files.size());
  }

  static MocksFolder open(Path folder) {
    if (!Files.isDirectory(folder)) {
      String what = Files.exists(folder) ? "' is not a folder" : "' does not exist";
      throw new IllegalArgumentException("the folder '" + folder + what);
    }
    try {
      return new MocksFolder(folder.toRealPath(), folder);
    } catch (IOException e) {
      throw new IllegalArgumentException("the folder '" + folder + "' cannot be read", e);
    }
  }

  /** What {@code homeport.yaml} at the root says. */
  private record FolderSettings(Settings settings, Surroundings surroundings) {}

  private FolderSettings settings(MocksFolder mocks, List<MockText> texts) {
    Settings settings = Settings.none();
    Surroundings surroundings = Surroundings.none();
    for (MockText text : texts) {
      if (!isSettings(text.path())) {
        continue;
      }
      Reading reading = reading(mocks, text);
      if (!mocks.root().equals(text.path().getParent())) {
        reading.problem(
            Location.startOf(text.shown()),
            "a homeport.yaml in a sub-folder makes it a service, which is not built yet",
            "put the settings at the root of the folder");
      } else if (text.tree() instanceof YamlMapping file) {
        settings = new SettingsReader(reading).read(file);
        surroundings = new SurroundingsReader(reading, Surroundings.none(), vars).read(file);
      } else if (text.tree() != null) {
        reading.expected("homeport.yaml", "a mapping of settings", text.tree());
      }
    }
    return new FolderSettings(settings, surroundings);
  }

  private FileRoutes routes(MocksFolder mocks, MockText text, Surroundings outer) {
    List<Route> routes =
        text.tree() == null
            ? List.of()
            : new MockFileReader(reading(mocks, text), outer, vars, "").read(text.tree());
    return new FileRoutes(text, routes);
  }

  private Reading reading(MocksFolder mocks, MockText text) {
    return new Reading(
        text.problems(), mocks.root(), mocks.shown(), text.path(), templates, KnownNames.any());
  }

  /**
   * The first of two like routes serves, by path of the file; the file of the other contributes
   * nothing.
   */
  private static List<Route> register(List<FileRoutes> files, boolean ignoreTrailingSlash) {
    RouteRegister register = new RouteRegister(ignoreTrailingSlash);
    List<Route> served = new ArrayList<>();
    Map<String, MockText> texts = new HashMap<>();
    for (FileRoutes file : files) {
      texts.put(file.text().shown(), file.text());
      boolean complete = file.text().problems().isEmpty();
      for (RouteRegister.Clash clash : register.clashes(file.routes())) {
        complete = false;
        report(clash, file.text(), texts);
      }
      register.add(file.routes());
      if (complete) {
        served.addAll(file.routes());
      }
    }
    return served;
  }

  private static void report(
      RouteRegister.Clash clash, MockText later, Map<String, MockText> texts) {
    later
        .problems()
        .add(
            clash.later(),
            clash.method() + ": the same route as at " + clash.earlier(),
            "leave one of them out");
    MockText earlier = texts.get(clash.earlier().file());
    if (earlier != null) {
      earlier
          .problems()
          .add(
              clash.earlier(),
              clash.method() + ": the same route as at " + clash.later(),
              "leave one of them out");
    }
  }

  /**
   * The problems of all files. One that a route has with a default of {@code homeport.yaml} goes
   * over to that file: its line is the one to show, and other routes may have the same problem.
   */
  private static void collect(List<MockText> texts, List<Problem> problems) {
    Map<String, MockText> byName = new HashMap<>();
    texts.forEach(text -> byName.put(text.shown(), text));
    for (MockText text : texts) {
      for (Problem problem : text.problems().found()) {
        MockText owner = byName.getOrDefault(problem.at().file(), text);
        if (!owner.path().equals(text.path())) {
          owner.problems().add(problem.at(), problem.message(), problem.hint());
        }
      }
    }
    for (MockText text : texts) {
      for (Problem problem : text.problems().found()) {
        if (byName.getOrDefault(problem.at().file(), text).path().equals(text.path())) {
          problems.add(problem);
        }
      }
    }
  }

  private static boolean isSettings(Path file) {
    return file.getFileName().toString().equals(MocksFolder.SETTINGS);
  }
}
