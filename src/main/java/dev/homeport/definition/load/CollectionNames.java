package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.diagnostic.Suggestion;
import dev.homeport.engine.CollectionPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which collections are declared, known before any file is read: a file may name those of another.
 * Immutable.
 *
 * @param idFields by the name of the collection the field that holds the id of each record
 * @param any whether any other name will do, too: that of a text which nobody serves
 */
record CollectionNames(Map<String, String> idFields, boolean any) {

  /** The key of a mock file under which collections stand. */
  static final String KEY = "data";

  CollectionNames {
    idFields = Map.copyOf(idFields);
  }

  static CollectionNames none() {
    return new CollectionNames(Map.of(), false);
  }

  /** Every name will do. */
  static CollectionNames unchecked() {
    return new CollectionNames(Map.of(), true);
  }

  static CollectionNames of(List<CollectionPlan> plans) {
    Map<String, String> idFields = new LinkedHashMap<>();
    plans.forEach(plan -> idFields.put(plan.name(), plan.idField()));
    return new CollectionNames(idFields, false);
  }

  /** What a file declares, whether it does so well or not. */
  static CollectionNames declaredBy(@Nullable YamlNode file) {
    if (!(file instanceof YamlMapping mapping)
        || !(mapping.get(KEY) instanceof YamlMapping declarations)) {
      return none();
    }
    Map<String, String> idFields = new LinkedHashMap<>();
    for (YamlMapping.Entry entry : declarations.entries()) {
      idFields.put(entry.name(), idField(entry.value()));
    }
    return new CollectionNames(idFields, false);
  }

  /** Spelt out: the comparison that comes with a record is linked at run time, at every start. */
  boolean differFrom(CollectionNames others) {
    return any != others.any || !idFields.equals(others.idFields);
  }

  private static String idField(YamlNode declaration) {
    return declaration instanceof YamlMapping mapping
            && mapping.get("id") instanceof YamlScalar field
            && !field.text().isEmpty()
        ? field.text()
        : "id";
  }

  /** These, and those of another file; of a name that both have, these. */
  CollectionNames and(CollectionNames others) {
    Map<String, String> all = new LinkedHashMap<>(others.idFields);
    all.putAll(idFields);
    return new CollectionNames(all, any && others.any);
  }

  Set<String> names() {
    return idFields.keySet();
  }

  /** The field that holds the ids of a collection. */
  String idField(String name) {
    return idFields.getOrDefault(name, "id");
  }

  /** Whether a collection is there; else that is reported. */
  boolean check(YamlScalar name, String key, Reading reading) {
    if (any || idFields.containsKey(name.text())) {
      return true;
    }
    String near = Suggestion.didYouMean(name.text(), names());
    reading.problem(
        name.at(),
        key + ": unknown collection '" + name.text() + "'",
        near != null ? near : "declare it: data: { " + name.text() + ": … }");
    return false;
  }
}
