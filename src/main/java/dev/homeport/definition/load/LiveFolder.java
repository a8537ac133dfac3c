package dev.homeport.definition.load;

import dev.homeport.definition.setting.Setting;
import dev.homeport.diagnostic.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A mocks folder and the services in it: the sub-folders with a {@code homeport.yaml} of their own.
 * Which they are is found out once; of each, as of the whole, the files are read again whenever
 * somebody asks. Safe for any number of threads.
 */
public final class LiveFolder {

  private final LiveMocks whole;
  private final List<LiveService> services;

  /** Sub-folders that are services, and cannot be served: without a name, or with another's. */
  private final List<LiveMocks> unserved;

  private final List<Problem> clashes;

  private LiveFolder(
      LiveMocks whole,
      List<LiveService> services,
      List<LiveMocks> unserved,
      List<Problem> clashes) {
    this.whole = whole;
    this.services = List.copyOf(services);
    this.unserved = List.copyOf(unserved);
    this.clashes = List.copyOf(clashes);
  }

  /**
   * Reads a folder, and the services in it, for the first time.
   *
   * @param vars named values from outside ({@code --var k=v}); they win over those of the files
   * @throws IllegalArgumentException when the folder is missing or no folder
   */
  public static LiveFolder open(Path folder, Map<String, String> vars) {
    Set<String> subFolders = subFolders(MocksFolder.open(folder));
    LiveMocks whole = LiveMocks.open(folder, vars, FolderRole.whole(subFolders));
    Map<String, LiveMocks> served = new LinkedHashMap<>();
    List<LiveMocks> unserved = new ArrayList<>();
    List<Problem> clashes = new ArrayList<>();
    for (String subFolder : subFolders) {
      LiveMocks service = LiveMocks.open(folder.resolve(subFolder), vars, FolderRole.SERVICE);
      Optional<String> name = service.mocks().settings().service();
      LiveMocks other = name.map(served::get).orElse(null);
      if (name.isEmpty() || other != null) {
        unserved.add(service);
      } else {
        served.put(name.get(), service);
      }
      if (other != null) {
        String message = "the service '" + name.get() + "' is there twice";
        clashes.addAll(clash(Setting.SERVICE, other, service, message, "give one another name"));
      }
    }
    clashes.addAll(portClashes(whole, served.values()));
    List<LiveService> services = new ArrayList<>();
    served.forEach((name, service) -> services.add(new LiveService(name, service)));
    return new LiveFolder(whole, services, unserved, clashes);
  }

  private static List<Problem> portClashes(LiveMocks whole, Collection<LiveMocks> services) {
    List<Problem> clashes = new ArrayList<>();
    Map<Integer, LiveMocks> holders = new HashMap<>();
    for (LiveMocks each : Stream.concat(Stream.of(whole), services.stream()).toList()) {
      int port = each.mocks().settings().port().orElse(0);
      LiveMocks other = port == 0 ? null : holders.putIfAbsent(port, each);
      if (other != null) {
        String message = "port " + port + " is there twice";
        clashes.addAll(clash(Setting.PORT, other, each, message, "leave one out: any is found"));
      }
    }
    return clashes;
  }

  /** Of both places, each naming the other. */
  private static List<Problem> clash(
      Setting setting, LiveMocks one, LiveMocks other, String message, String hint) {
    return List.of(
        one.about(setting, message + ", also in " + other.placeOf(setting), hint),
        other.about(setting, message + ", also in " + one.placeOf(setting), hint));
  }

  /** A service has no services: of sub-folders in each other, the outermost counts. */
  private static Set<String> subFolders(MocksFolder folder) {
    Set<String> found = new TreeSet<>();
    folder.list(new FileStamps(System::nanoTime)).files().stream()
        .map(folder::name)
        .filter(name -> name.endsWith("/" + MocksFolder.SETTINGS))
        .map(name -> name.substring(0, name.length() - MocksFolder.SETTINGS.length() - 1))
        .forEach(found::add);
    return found.stream()
        .filter(name -> found.stream().noneMatch(other -> name.startsWith(other + "/")))
        .collect(TreeSet::new, Set::add, Set::addAll);
  }

  /** The whole folder, without the files of its services. */
  public LiveMocks whole() {
    return whole;
  }

  /** Those that are served, in the order of their folders. */
  public List<LiveService> services() {
    return services;
  }

  /** Sub-folders that were no service at the start, because of their name. */
  public List<LiveMocks> unserved() {
    return unserved;
  }

  /** What is wrong now with the files of the folder and of all services, sorted by place. */
  public List<Problem> problems() {
    return Stream.concat(
            clashes.stream(), all().flatMap(mocks -> mocks.mocks().problems().stream()))
        .sorted()
        .toList();
  }

  /** How many mock files were read, those of the services included. */
  public int files() {
    return all().mapToInt(mocks -> mocks.mocks().files()).sum();
  }

  /** How many routes are served, those of the services included. */
  public int routes() {
    return all().mapToInt(mocks -> mocks.mocks().index().routes().size()).sum();
  }

  /** Reads what has changed, at once, as {@link LiveMocks#reload} does. */
  public void reload() {
    all().forEach(LiveMocks::reload);
  }

  private Stream<LiveMocks> all() {
    return Stream.of(Stream.of(whole), services.stream().map(LiveService::mocks), unserved.stream())
        .flatMap(each -> each);
  }
}
