package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.crud.CrudStep;
import dev.homeport.engine.crud.Resource;
import dev.homeport.engine.route.PathPattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a {@code CRUD} route: which collection it serves, and what its answers have besides. */
final class CrudReader {

  /** The pseudo-method. */
  static final String METHOD = "CRUD";

  private static final String COLLECTION = "data";

  /** Keys of a response that go with what the collection gives. */
  private static final Set<String> KEYS =
      Set.of(
          COLLECTION,
          "headers",
          "cookies",
          "delay",
          "pace",
          "vars",
          ResponseReader.PREFER,
          "name",
          "tags",
          "doc");

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Reading reading;

  CrudReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * One route that a collection is served by.
   *
   * @param pattern of the collection, or of one record
   * @param takesPreferences whether a request may choose another response
   */
  record Part(
      String collection,
      CrudStep.Operation operation,
      PathPattern pattern,
      ResponsePlan plan,
      boolean takesPreferences) {}

  /**
   * Reads a route.
   *
   * @param key its key
   * @param base the path of the collection
   * @param defaults of the folder and the file
   * @return one part an operation, for lists and for single values; empty when a problem was
   *     reported
   */
  List<Part> read(YamlMapping.Entry key, PathPattern base, List<YamlMapping> defaults) {
    if (!(key.value() instanceof YamlMapping route)) {
      reading.expected(key.name(), "{ data: NAME }, the collection to serve", key.value());
      return List.of();
    }
    int before = reading.problems().count();
    checkKeys(route);
    YamlScalar collection = collection(route, key);
    List<YamlMapping> layers = new ArrayList<>();
    defaults.forEach(layer -> layers.add(withoutContent(layer)));
    layers.add(withoutContent(route));
    ResponsePlan plan = new ResponseReader(reading).read(layers);
    boolean takesPreferences =
        new PreferReader(reading).read(new ResponseLayers(layers).value(ResponseReader.PREFER));
    if (collection == null || plan == null) {
      return List.of();
    }
    String id = idVariable(base, collection.text());
    PathPattern one = one(key.key(), base, id);
    if (one == null || reading.problems().count() > before) {
      return List.of();
    }
    Resource resource = new Resource(collection.text(), base.variables(), id, key.key().at());
    List<Part> parts = new ArrayList<>();
    for (CrudStep.Operation operation : CrudStep.Operation.values()) {
      PathPattern pattern = operation.isOfOne() ? one : base;
      CrudStep step = new CrudStep(operation, resource);
      parts.add(
          new Part(collection.text(), operation, pattern, plan.taking(step), takesPreferences));
    }
    return parts;
  }

  private void checkKeys(YamlMapping route) {
    for (YamlMapping.Entry entry : route.entries()) {
      String name = entry.name();
      if (!KEYS.contains(name) && isKnownElsewhere(name)) {
        reading.problem(
            entry.key().at(),
            "'" + name + "' cannot stand in a CRUD route",
            "write a route of its own for the same path: it is tried before");
      } else if (!KEYS.contains(name)) {
        reading.unknownKey(entry, KEYS, "a CRUD route");
      }
    }
  }

  private static boolean isKnownElsewhere(String name) {
    return ResponseReader.KEYS.contains(name) || CaseReader.KEYS.contains(name);
  }

  private @Nullable YamlScalar collection(YamlMapping route, YamlMapping.Entry key) {
    YamlNode node = route.get(COLLECTION);
    if (node == null) {
      reading.problem(key.key().at(), "a CRUD route names no collection", "write data: NAME");
      return null;
    }
    if (node instanceof YamlScalar name && Scalars.isText(name)) {
      return reading.collections().check(name, COLLECTION, reading) ? name : null;
    }
    reading.expected(COLLECTION, "the name of a collection", node);
    return null;
  }

  /** The collection decides on status and body, whatever the defaults say. */
  private static YamlMapping withoutContent(YamlMapping layer) {
    Set<String> content = new LinkedHashSet<>(BodyReader.KEYS);
    content.addAll(List.of(COLLECTION, "status", "reason", "template", "repeat"));
    return new YamlMapping(
        layer.at(),
        layer.entries().stream().filter(entry -> !content.contains(entry.name())).toList());
  }

  private String idVariable(PathPattern base, String collection) {
    String field = reading.collections().idField(collection);
    return VARIABLE.matcher(field).matches() || base.variables().contains(field) ? field : "id";
  }

  private @Nullable PathPattern one(YamlScalar key, PathPattern base, String id) {
    String path = base.toString();
    if (base.variables().contains(id)) {
      reading.problem(
          key.at(),
          "the path variable '" + id + "' would be the " + id + " of each record",
          "call it by the field that holds it, such as {postId}");
      return null;
    }
    try {
      return PathPattern.parse(path + (path.endsWith("/") ? "" : "/") + "{" + id + "}");
    } catch (SyntaxException e) {
      reading.problem(key.at(), e.getMessage(), e.hint());
      return null;
    }
  }
}
