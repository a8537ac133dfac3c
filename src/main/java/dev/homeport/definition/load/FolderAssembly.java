package dev.homeport.definition.load;

import dev.homeport.diagnostic.Problem;
import dev.homeport.engine.route.Route;
import dev.homeport.engine.route.RouteIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts the files of a folder together: which of them serve their latest version, the index of all
 * that serves, all problems.
 *
 * @param before what served until now
 * @param listing what was found
 * @param settings of the folder
 */
record FolderAssembly(FolderState before, MocksFolder.Listing listing, FolderSettings settings) {

  /**
   * The folder.
   *
   * @param versions of every file, by name
   */
  FolderState of(Path root, SortedMap<String, FileVersion> versions) {
    if (isAsBefore(versions)) {
      List<Problem> problems = problems(versions, before.clashes());
      LoadedMocks mocks = before.mocks();
      return state(
          root, before.files(), before.clashes(), mocks.index(), mocks.collections(), problems);
    }
    boolean ignoreTrailingSlash = settings.settings().ignoreTrailingSlash();
    RouteClaims claims =
        RouteClaims.decide(
            versions.entrySet().stream()
                .map(each -> new RouteClaims.Claimant(each.getValue(), serving(each.getKey())))
                .toList(),
            ignoreTrailingSlash);
    SortedMap<String, FolderState.File> files = new TreeMap<>();
    versions.forEach(
        (name, latest) -> {
          boolean isGood = claims.isGood(latest);
          files.put(
              name, new FolderState.File(latest, isGood ? latest.mocks() : serving(name), isGood));
        });
    List<Problem> problems = problems(versions, claims.problems());
    List<SeededCollection> collections = collections(files);
    RouteIndex index = index(files, collections);
    return state(root, files, claims.problems(), index, collections, problems);
  }

  /** Most reloads find nothing: an editor has written files of its own. */
  private boolean isAsBefore(SortedMap<String, FileVersion> versions) {
    return versions.size() == before.files().size()
        && settings.equals(before.settings())
        && versions.entrySet().stream()
            .allMatch(
                each -> {
                  FolderState.File known = before.files().get(each.getKey());
                  return known != null && known.latest().equals(each.getValue());
                });
  }

  private FolderState state(
      Path root,
      SortedMap<String, FolderState.File> files,
      List<Problem> clashes,
      RouteIndex index,
      List<SeededCollection> collections,
      List<Problem> problems) {
    long count =
        files.values().stream()
            .map(FolderState.File::latest)
            .filter(file -> !file.isData() && !file.isSettings())
            .count();
    LoadedMocks mocks =
        new LoadedMocks(index, collections, problems, settings.settings(), (int) count);
    return new FolderState(root, files, settings, clashes, looks(files), mocks);
  }

  private ReadMocks serving(String name) {
    FolderState.File known = before.files().get(name);
    return known == null ? ReadMocks.nothing() : known.serving();
  }

  /**
   * Those of all files. While a last good version serves, it may name some that nobody declares any
   * more: they stay, too.
   */
  private List<SeededCollection> collections(SortedMap<String, FolderState.File> files) {
    Map<String, SeededCollection> collections = new LinkedHashMap<>();
    for (FolderState.File file : files.values()) {
      file.serving().collections().forEach(each -> collections.put(each.claim(), each));
    }
    if (files.values().stream().anyMatch(file -> !file.isGood())) {
      before.mocks().collections().forEach(each -> collections.putIfAbsent(each.claim(), each));
    }
    return List.copyOf(collections.values());
  }

  private RouteIndex index(
      SortedMap<String, FolderState.File> files, List<SeededCollection> collections) {
    CollectionKinds kinds =
        CollectionKinds.of(collections.stream().map(SeededCollection::plan).toList());
    List<Route> routes = new ArrayList<>();
    for (FolderState.File file : files.values()) {
      file.serving().routes().stream()
          .map(ReadRoute::route)
          .filter(kinds::have)
          .forEach(routes::add);
    }
    List<String> broken =
        files.values().stream()
            .filter(file -> !file.isGood())
            .map(file -> file.latest().shown())
            .toList();
    return RouteIndex.compile(routes, settings.settings().ignoreTrailingSlash()).beside(broken);
  }

  /**
   * All problems by place. One that a route has with a default of {@code homeport.yaml} is shown
   * with that file's line, once, though other routes may have it as well.
   */
  private List<Problem> problems(SortedMap<String, FileVersion> versions, List<Problem> clashes) {
    FileVersion settingsFile = versions.get(MocksFolder.SETTINGS);
    Set<Problem> problems = new LinkedHashSet<>(listing.problems());
    for (FileVersion version : versions.values()) {
      version.problems().found().forEach(each -> problems.add(withLine(each, settingsFile)));
    }
    problems.addAll(clashes);
    List<Problem> sorted = new ArrayList<>(problems);
    sorted.sort(null);
    return sorted;
  }

  private static Problem withLine(Problem problem, @Nullable FileVersion settingsFile) {
    boolean isInSettings = settingsFile != null && problem.at().file().equals(settingsFile.shown());
    return settingsFile != null && isInSettings && problem.excerpt() == null
        ? settingsFile.problems().about(problem.at(), problem.message(), problem.hint())
        : problem;
  }

  private Looks looks(SortedMap<String, FolderState.File> files) {
    Looks looks = listing.looks().another();
    looks.addAll(listing.looks());
    for (FolderState.File file : files.values()) {
      FileVersion version = file.latest();
      looks.content(version.path(), version.content());
      looks.addAll(version.looks());
    }
    return looks;
  }
}
