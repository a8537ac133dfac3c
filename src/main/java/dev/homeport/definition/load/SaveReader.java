package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.engine.answer.RemovePlan;
import dev.homeport.engine.answer.SavePlan;
import dev.homeport.engine.template.JsonTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code save} and {@code remove}: names of collections, and records for them. */
final class SaveReader {

  private final Reading reading;

  SaveReader(Reading reading) {
    this.reading = reading;
  }

  /** What is saved, of all layers, the most general first; mistakes are reported. */
  SavePlan save(ResponseLayers layers) {
    List<SavePlan.Part> parts = new ArrayList<>();
    for (YamlMapping.Entry entry : entries("save", layers)) {
      JsonTemplate value = new JsonTemplateReader(reading).read(entry.value());
      if (value != null) {
        parts.add(new SavePlan.Part(entry.name(), value, entry.key().at()));
      }
    }
    return new SavePlan(parts);
  }

  /** What is removed, likewise. */
  RemovePlan remove(ResponseLayers layers) {
    List<RemovePlan.Part> parts = new ArrayList<>();
    for (YamlMapping.Entry entry : entries("remove", layers)) {
      if (!(entry.value() instanceof YamlMapping fields) || fields.entries().isEmpty()) {
        reading.expected(
            "remove." + entry.name(), "fields of the records to remove, { id: … }", entry.value());
        continue;
      }
      Map<String, JsonTemplate> wanted = new LinkedHashMap<>();
      for (YamlMapping.Entry field : fields.entries()) {
        JsonTemplate value = new JsonTemplateReader(reading).read(field.value());
        if (value != null) {
          wanted.put(field.name(), value);
        }
      }
      parts.add(new RemovePlan.Part(entry.name(), wanted, entry.key().at()));
    }
    return new RemovePlan(parts);
  }

  /** The collections that a key names, those that are there. */
  private List<YamlMapping.Entry> entries(String key, ResponseLayers layers) {
    List<YamlMapping.Entry> entries = new ArrayList<>();
    for (YamlNode node : layers.values(key)) {
      if (!(node instanceof YamlMapping mapping) || mapping.entries().isEmpty()) {
        reading.expected(key, "a mapping of collections to records", node);
        continue;
      }
      for (YamlMapping.Entry entry : mapping.entries()) {
        if (reading.collections().check(entry.key(), key, reading)) {
          entries.add(entry);
        }
      }
    }
    return entries;
  }
}
