package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlReader;
import dev.homeport.diagnostic.Problems;
import dev.homeport.engine.CollectionPlan;
import dev.homeport.engine.RouteOverride;
import dev.homeport.engine.route.Route;
import dev.homeport.engine.template.KnownNames;
import dev.homeport.engine.template.TemplateCompiler;
import dev.homeport.engine.verify.RequestPattern;
import dev.homeport.engine.verify.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is given as text while a server runs: routes, and which requests are to be verified.
 * All of it is YAML, of which JSON is a part. A text stands by itself: nothing that {@code
 * homeport.yaml} says for its folder holds for it, except named values from outside. Safe for any
 * number of threads.
 */
public final class TextReader {

  private static final Path NOWHERE = Path.of("");

  private final Path folder;
  private final Map<String, String> vars;
  private final TemplateCompiler templates = new TemplateCompiler();
  private final AtomicLong texts = new AtomicLong();

  private TextReader(Path folder, Map<String, String> vars) {
    this.folder = folder;
    this.vars = Map.copyOf(vars);
  }

  /**
   * A reader of texts that may name files of a folder.
   *
   * @param folder which exists
   * @param vars named values from outside
   */
  public static TextReader in(Path folder, Map<String, String> vars) {
    return new TextReader(MocksFolder.open(folder).root(), vars);
  }

  /** A reader of texts for which every file is a missing one. */
  public static TextReader withoutFiles(Map<String, String> vars) {
    return new TextReader(Path.of("homeport-" + UUID.randomUUID()).toAbsolutePath(), vars);
  }

  /**
   * What a text holds.
   *
   * @param collections that it declares itself
   */
  public record Mocks(List<Route> routes, List<CollectionPlan> collections) {}

  /** Reads a mock file as below that names no collection but its own; gives the routes alone. */
  public List<Route> routes(String name, String yaml) throws InvalidTextException {
    return mocks(name, yaml, List.of()).routes();
  }

  /**
   * Reads a mock file. Its routes count by themselves, also when the same text is read twice.
   *
   * @param name of the text, for places; a file's name, not a path
   * @param known collections that are there already
   */
  public Mocks mocks(String name, String yaml, List<CollectionPlan> known)
      throws InvalidTextException {
    String own = "text " + texts.incrementAndGet() + " ";
    return read(
        name,
        yaml,
        reading -> {
          YamlNode tree = tree(reading, yaml);
          if (tree == null) {
            return new Mocks(List.of(), List.of());
          }
          CollectionNames names = CollectionNames.declaredBy(tree).and(CollectionNames.of(known));
          ReadMocks read =
              new MockFileReader(reading.knowing(names), Surroundings.none(), vars, own).read(tree);
          return mocks(read, known);
        });
  }

  private static Mocks mocks(ReadMocks read, List<CollectionPlan> known) {
    List<CollectionPlan> declared =
        read.collections().stream().map(SeededCollection::plan).toList();
    CollectionKinds kinds =
        CollectionKinds.of(Stream.concat(known.stream(), declared.stream()).toList());
    List<Route> routes = read.routes().stream().map(ReadRoute::route).filter(kinds::have).toList();
    return new Mocks(routes, declared);
  }

  /**
   * Reads which requests are meant: {@code { request: POST /charges, when: { json: { amount: 42 }
   * }, name: charge, tag: slow }}, each of them optional.
   */
  public RequestPattern pattern(String name, String yaml) throws InvalidTextException {
    return read(name, yaml, reading -> new PatternReader(reading).read(tree(reading, yaml)));
  }

  /**
   * Reads what is to be verified: a pattern with {@code count} and {@code within}, or {@code
   * inOrder}, {@code noOthers} or {@code noUnmatched}.
   */
  public Verification verification(String name, String yaml) throws InvalidTextException {
    return read(name, yaml, reading -> new VerificationReader(reading).read(tree(reading, yaml)));
  }

  /**
   * Reads what is put on a route for a while: {@code { status: 503, delay: 2s, fault: cut, for:
   * 30s, times: 3 }}, at least one of the first three.
   */
  public RouteOverride override(String name, String yaml) throws InvalidTextException {
    return read(name, yaml, reading -> new OverrideReader(reading).read(tree(reading, yaml)));
  }

  private <T> T read(String name, String yaml, Function<Reading, @Nullable T> reader)
      throws InvalidTextException {
    Problems problems = new Problems(name, yaml);
    Reading reading =
        new Reading(
            problems,
            folder,
            NOWHERE,
            folder.resolve(name),
            templates,
            KnownNames.any(),
            CollectionNames.unchecked(),
            new Looks(new FileStamps(System::nanoTime)));
    T read = reader.apply(reading);
    if (read == null || !problems.isEmpty()) {
      throw new InvalidTextException(problems.found());
    }
    return read;
  }

  private static @Nullable YamlNode tree(Reading reading, String yaml) {
    String name = reading.file().getFileName().toString();
    return new YamlReader().read(name, yaml, reading.problems());
  }
}
