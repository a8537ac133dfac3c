package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.engine.json.JsonPath;
import dev.homeport.engine.match.Condition;
import dev.homeport.engine.match.DataHolds;
import dev.homeport.engine.match.Matcher;
import java.util.ArrayList;
import java.util.List;

/** Reads the condition {@code data}: names of collections, and what a record there must be. */
final class DataConditionReader {

  private final Reading reading;
  private final MatcherReader matchers;

  DataConditionReader(Reading reading, MatcherReader matchers) {
    this.reading = reading;
    this.matchers = matchers;
  }

  /** One condition a collection; mistakes are reported. */
  void read(YamlNode node, List<Condition> into) {
    if (!(node instanceof YamlMapping mapping) || mapping.entries().isEmpty()) {
      reading.expected("data", "a mapping of collections to the fields of a record", node);
      return;
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (reading.collections().check(entry.key(), "data", reading)) {
        record(entry, into);
      }
    }
  }

  private void record(YamlMapping.Entry entry, List<Condition> into) {
    if (entry.value() instanceof YamlMapping fields && !fields.entries().isEmpty()) {
      into.add(condition(entry.name(), fields));
    } else {
      reading.expected(
          "data." + entry.name(), "fields of a record with matchers, { id: … }", entry.value());
    }
  }

  private Condition condition(String collection, YamlMapping fields) {
    String idField = reading.collections().idField(collection);
    DataHolds.FieldMatch id = null;
    List<DataHolds.FieldMatch> others = new ArrayList<>();
    for (YamlMapping.Entry field : fields.entries()) {
      boolean isId = field.name().equals(idField);
      JsonPath path = BodyConditionReader.path(reading, field.key());
      if (path == null) {
        continue;
      }
      Looked at = isId ? Looked.TEXT : path.isDefinite() ? Looked.JSON : Looked.JSON_VALUES;
      String key = "data." + collection + "." + field.name();
      Matcher matcher = matchers.read(field.value(), at, key);
      if (matcher != null) {
        DataHolds.FieldMatch match = new DataHolds.FieldMatch(path, matcher);
        id = isId ? match : id;
        if (!isId) {
          others.add(match);
        }
      }
    }
    return new DataHolds(collection, id, others);
  }
}
