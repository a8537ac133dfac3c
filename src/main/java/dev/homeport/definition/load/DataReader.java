package dev.homeport.definition.load;

import dev.homeport.definition.seed.SeedFormat;
import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.CollectionPlan;
import dev.homeport.engine.EngineOptions;
import dev.homeport.engine.template.JsonTemplate;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.TemplateCompiler;
import dev.homeport.engine.template.VariableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code data}: collections with what they begin with, in a file of its own ({@code users:
 * users.json}) or in place ({@code users: [ … ]}), or both in long ({@code users: { seed:
 * users.json, id: key }}).
 */
final class DataReader {

  private static final Set<String> KEYS = Set.of("seed", "id");

  /** Largest seed file in bytes; more would not fit beside other data. */
  private static final long MAX_BYTES = 32L << 20;

  private final Reading reading;
  private final Reading inSeeds;
  private final List<Scope.Var> vars;
  private final String varsVersion;

  /**
   * A reader for one file.
   *
   * @param reading with the names of the vars
   * @param vars that seeds see
   * @param varsVersion equal while these say the same
   */
  DataReader(Reading reading, List<Scope.Var> vars, String varsVersion) {
    this.reading = reading;
    this.inSeeds = reading.withoutRequest();
    this.vars = vars;
    this.varsVersion = varsVersion;
  }

  /** The collections; mistakes are reported. */
  List<SeededCollection> read(@Nullable YamlNode node) {
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof YamlMapping mapping)) {
      reading.expected(
          CollectionNames.KEY, "a mapping of names to collections like users: users.json", node);
      return List.of();
    }
    List<SeededCollection> collections = new ArrayList<>();
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!VariableName.isOne(entry.name())) {
        reading.problem(
            entry.key().at(),
            "'" + entry.name() + "' is not a name for a collection",
            "write letters, digits, '-' and '_', a letter first");
        continue;
      }
      SeededCollection read = collection(entry);
      if (read != null) {
        collections.add(read);
      }
    }
    return collections;
  }

  private @Nullable SeededCollection collection(YamlMapping.Entry entry) {
    int before = reading.problems().count();
    YamlNode seed = entry.value();
    if (seed instanceof YamlMapping mapping) {
      checkKeys(mapping, entry.name());
      YamlNode id = mapping.get("id");
      if (id != null && !(id instanceof YamlScalar scalar && Scalars.isText(scalar))) {
        reading.expected("id", "the name of a field", id);
      }
      seed = mapping.get("seed");
    }
    if (reading.problems().count() > before) {
      return null;
    }
    Looks looks = reading.looks().another();
    Seed read = seed == null ? Seed.NONE : seed(seed, looks);
    reading.looks().addAll(looks);
    if (read == null) {
      return null;
    }
    CollectionPlan plan =
        new CollectionPlan(
            entry.key().at(),
            entry.name(),
            reading.collections().idField(entry.name()),
            read.isList(),
            read.template(),
            vars,
            NodeText.hash(List.of(entry.value())) + varsVersion + looks.contents().values(),
            read.file() != null && looks.isRewritten(read.file()));
    return begins(plan, seed == null ? entry.key().at() : seed.at())
        ? new SeededCollection(plan, seedFile(read.file(), looks))
        : null;
  }

  private static SeededCollection.@Nullable SeedFile seedFile(@Nullable Path file, Looks looks) {
    if (file == null) {
      return null;
    }
    String stamp = looks.contents().get(file);
    return stamp == null ? null : new SeededCollection.SeedFile(file, stamp);
  }

  private void checkKeys(YamlMapping mapping, String name) {
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!KEYS.contains(entry.name())) {
        reading.problem(
            entry.key().at(),
            "unknown key '" + entry.name() + "' in the collection " + name,
            "write seed and id; a value of its own stands under seed: { … }");
      }
    }
  }

  /**
   * What a collection begins with.
   *
   * @param file or null
   */
  private record Seed(JsonTemplate template, boolean isList, @Nullable Path file) {

    static final Seed NONE = new Seed(new JsonTemplate.Constant(List.of()), true, null);
  }

  private @Nullable Seed seed(YamlNode node, Looks looks) {
    boolean isFile =
        node instanceof YamlScalar scalar
            && scalar.kind() == YamlScalar.Kind.TEXT
            && !TemplateCompiler.isTemplate(scalar.text());
    if (isFile) {
      return fromFile((YamlScalar) node, looks);
    }
    JsonTemplate template = new JsonTemplateReader(inSeeds).read(node);
    return template == null ? null : new Seed(template, isList(node), null);
  }

  /** One record makes a list of records; that all items are some is checked by beginning. */
  private static boolean isList(YamlNode node) {
    return node instanceof YamlSequence list
        && (list.items().isEmpty()
            || list.items().stream().anyMatch(item -> item instanceof YamlMapping));
  }

  private static boolean isList(@Nullable Object value) {
    return value instanceof List<?> list
        && (list.isEmpty() || list.stream().anyMatch(item -> item instanceof Map));
  }

  private @Nullable Seed fromFile(YamlScalar name, Looks looks) {
    Path file = new FileReader(reading.noting(looks)).existing(name, "seed");
    if (file == null) {
      return null;
    }
    SeedFormat format = SeedFormat.of(file.getFileName().toString());
    if (format == null) {
      reading.problem(
          name.at(), "seed: '" + name.text() + "' is no data file", "name a .json, .yaml or .csv");
      return null;
    }
    looks.content(file);
    try {
      if (Files.size(file) > MAX_BYTES) {
        reading.problem(name.at(), "seed: '" + name.text() + "' has more than 32 MiB");
        return null;
      }
      Object value = format.read(Files.readAllBytes(file));
      return new Seed(new JsonTemplate.Constant(value), isList(value), file);
    } catch (SyntaxException e) {
      reading.problem(name.at(), "seed: '" + name.text() + "': " + e.getMessage(), e.hint());
    } catch (IOException e) {
      reading.problem(name.at(), "seed: '" + name.text() + "' cannot be read");
    }
    return null;
  }

  /** Whether a collection can begin so; a seed with chance in it is tried once. */
  private boolean begins(CollectionPlan plan, Location at) {
    try {
      plan.begin(new EngineOptions(Clock.systemUTC(), OptionalLong.empty(), null, true));
      return true;
    } catch (IllegalArgumentException e) {
      reading.problem(at, "seed: " + e.getMessage());
      return false;
    }
  }
}
