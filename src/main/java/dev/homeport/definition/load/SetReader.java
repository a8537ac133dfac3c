package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.engine.answer.SetPlan;
import dev.homeport.engine.template.Escaping;
import dev.homeport.engine.template.JsonTemplate;
import dev.homeport.engine.template.Template;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code set}: names, which may be templates, with values; {@code absent} takes one away. */
final class SetReader {

  private final Reading reading;

  SetReader(Reading reading) {
    this.reading = reading;
  }

  /** The assignments of all layers, the most general first; mistakes are reported. */
  SetPlan read(ResponseLayers layers) {
    List<SetPlan.Assignment> assignments = new ArrayList<>();
    for (YamlNode node : layers.values("set")) {
      if (node instanceof YamlMapping mapping && !mapping.entries().isEmpty()) {
        mapping.entries().forEach(entry -> assignment(entry, assignments));
      } else {
        reading.expected("set", "a mapping of names to values", node);
      }
    }
    return new SetPlan(assignments);
  }

  private void assignment(YamlMapping.Entry entry, List<SetPlan.Assignment> into) {
    YamlScalar key = entry.key();
    if (key.text().isEmpty()) {
      reading.problem(key.at(), "set: a name is empty");
      return;
    }
    Template name = reading.template(key, Escaping.NONE);
    boolean removes =
        entry.value() instanceof YamlScalar scalar
            && scalar.kind() == YamlScalar.Kind.TEXT
            && scalar.text().equals("absent");
    JsonTemplate value = removes ? null : new JsonTemplateReader(reading).read(entry.value());
    if (name != null && (removes || value != null)) {
      into.add(new SetPlan.Assignment(name, value, key.at()));
    }
  }
}
