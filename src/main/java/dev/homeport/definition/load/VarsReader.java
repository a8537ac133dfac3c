package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.engine.template.JsonTemplate;
import dev.homeport.engine.template.KnownNames;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.VariableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code vars}: names for values, each of which may use those before it. */
final class VarsReader {

  private final Reading reading;

  /**
   * A reader for one place.
   *
   * @param reading with the names that are in sight before
   */
  VarsReader(Reading reading) {
    this.reading = reading;
  }

  /** The values in order; mistakes are reported. */
  List<Scope.Var> read(YamlNode node) {
    if (!(node instanceof YamlMapping mapping)) {
      reading.expected("vars", "a mapping of names to values", node);
      return List.of();
    }
    List<Scope.Var> vars = new ArrayList<>();
    Reading sofar = reading;
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!VariableName.isOne(entry.name())) {
        reading.problem(
            entry.key().at(),
            "'" + entry.name() + "' is not a name for a value",
            "write letters, digits, '-' and '_', a letter first");
        continue;
      }
      JsonTemplate value = new JsonTemplateReader(sofar).read(entry.value());
      // A broken one is there, too: what names it has no mistake of its own.
      vars.add(
          new Scope.Var(entry.name(), value == null ? new JsonTemplate.Constant(null) : value));
      sofar = sofar.with(with(sofar.names(), Set.of(entry.name())));
    }
    return vars;
  }

  /** The names of all layers, as they are written. */
  static Set<String> names(ResponseLayers layers) {
    Set<String> names = new LinkedHashSet<>();
    for (YamlNode node : layers.values("vars")) {
      if (node instanceof YamlMapping mapping) {
        mapping.entries().forEach(entry -> names.add(entry.name()));
      }
    }
    return names;
  }

  /** The names that are in sight where some more vars are. */
  static KnownNames with(KnownNames names, Set<String> more) {
    Set<String> known = names.vars();
    if (known == null || more.isEmpty()) {
      return names;
    }
    Set<String> all = new LinkedHashSet<>(known);
    all.addAll(more);
    return new KnownNames(names.insideItem(), names.path(), all, names.message());
  }
}
