package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.diagnostic.Location;
import dev.homeport.engine.match.Condition;
import dev.homeport.engine.route.Methods;
import dev.homeport.engine.route.PathPattern;
import dev.homeport.engine.template.KnownNames;
import dev.homeport.engine.verify.RequestPattern;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads which requests are meant: {@code request} as a route's key, {@code when} as a case's, the
 * {@code name} and {@code tag} of what answered. Without any of them every request is.
 */
final class PatternReader {

  static final List<String> KEYS = List.of("request", "when", "name", "tag");

  private final Reading reading;

  PatternReader(Reading reading) {
    this.reading = reading;
  }

  /** The pattern; null when a problem was reported. */
  @Nullable RequestPattern read(@Nullable YamlNode node) {
    if (node == null && reading.problems().isEmpty()) {
      return RequestPattern.any();
    }
    return node == null ? null : read(node, Set.of());
  }

  /**
   * As above.
   *
   * @param others further keys that stand beside these
   */
  @Nullable RequestPattern read(YamlNode node, Set<String> others) {
    if (!(node instanceof YamlMapping mapping)) {
      reading.expected("a pattern", "a mapping of " + String.join(", ", KEYS), node);
      return null;
    }
    int before = reading.problems().count();
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!KEYS.contains(entry.name()) && !others.contains(entry.name())) {
        Set<String> known = new HashSet<>(KEYS);
        known.addAll(others);
        reading.unknownKey(entry, known, "a pattern");
      }
    }
    RouteKeyReader.Key key = key(mapping.get("request"));
    List<Condition> conditions = conditions(mapping.get("when"), key);
    String name = text("name", mapping.get("name"));
    String tag = text("tag", mapping.get("tag"));
    if (reading.problems().count() > before) {
      return null;
    }
    Set<String> methods = key == null ? Set.of() : key.methods();
    PathPattern path = key == null ? null : key.pattern();
    try {
      return new RequestPattern(methods, path, conditions, name, tag);
    } catch (IllegalArgumentException e) {
      YamlNode when = mapping.get("when");
      Location at = when == null ? mapping.at() : when.at();
      reading.problem(at, "when: " + e.getMessage());
      return null;
    }
  }

  private RouteKeyReader.@Nullable Key key(@Nullable YamlNode node) {
    if (node == null) {
      return null;
    }
    if (node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.TEXT) {
      return new RouteKeyReader(reading, "").read(scalar);
    }
    reading.expected("request", "METHOD /path, or ANY /path", node);
    return null;
  }

  private List<Condition> conditions(@Nullable YamlNode when, RouteKeyReader.@Nullable Key key) {
    if (when == null) {
      return List.of();
    }
    Set<String> variables = key == null ? null : new HashSet<>(key.pattern().variables());
    boolean areMessages = key != null && key.methods().contains(Methods.WS);
    KnownNames names = new KnownNames(false, variables, null, areMessages);
    return new ConditionReader(reading.with(names)).read(when);
  }

  private @Nullable String text(String key, @Nullable YamlNode node) {
    YamlScalar text = node == null ? null : reading.text(key, node);
    return text == null ? null : text.text();
  }
}
