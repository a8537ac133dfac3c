package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.engine.json.JsonPath;
import dev.homeport.engine.match.Condition;
import dev.homeport.engine.match.Matcher;
import dev.homeport.engine.match.PartMatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code parts}: names of parts, each with a text, {@code present}, {@code absent} or
 * attributes.
 */
final class PartReader {

  private static final List<String> ATTRIBUTES =
      Arrays.stream(PartMatch.Kind.values()).map(PartMatch.Kind::word).toList();

  private final Reading reading;
  private final MatcherReader matchers;

  PartReader(Reading reading, MatcherReader matchers) {
    this.reading = reading;
    this.matchers = matchers;
  }

  void read(YamlNode node, List<Condition> into) {
    if (!(node instanceof YamlMapping mapping) || mapping.entries().isEmpty()) {
      reading.expected("parts", "a mapping of names to parts", node);
      return;
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      Condition part = part(entry.name(), entry.value());
      if (part != null) {
        into.add(part);
      }
    }
  }

  private @Nullable Condition part(String name, YamlNode node) {
    String key = "parts." + name;
    if (node instanceof YamlMapping mapping) {
      return attributes(name, key, mapping);
    } else if (node instanceof YamlScalar scalar && scalar.text().equals("absent")) {
      return new PartMatch(name, false, List.of());
    } else if (node instanceof YamlScalar scalar && scalar.text().equals("present")) {
      return new PartMatch(name, true, List.of());
    }
    Matcher text = matchers.read(node, Looked.TEXT, key);
    return text == null
        ? null
        : new PartMatch(
            name, true, List.of(new PartMatch.Attribute(PartMatch.Kind.TEXT, null, text)));
  }

  private @Nullable Condition attributes(String name, String key, YamlMapping mapping) {
    int before = reading.problems().count();
    List<PartMatch.Attribute> attributes = new ArrayList<>();
    if (mapping.entries().isEmpty()) {
      reading.expected(key, "attributes such as mediaType, size or text", mapping);
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      String where = key + "." + entry.name();
      switch (entry.name()) {
        case "mediaType" ->
            add(PartMatch.Kind.MEDIA_TYPE, entry, Looked.TEXT, where, true, attributes);
        case "filename" ->
            add(PartMatch.Kind.FILENAME, entry, Looked.TEXT, where, false, attributes);
        case "size" -> add(PartMatch.Kind.SIZE, entry, Looked.SIZE, where, false, attributes);
        case "text" -> add(PartMatch.Kind.TEXT, entry, Looked.TEXT, where, false, attributes);
        case "json" -> json(entry.value(), where, attributes);
        default -> unknown(entry, key);
      }
    }
    return reading.problems().count() > before ? null : new PartMatch(name, true, attributes);
  }

  private void unknown(YamlMapping.Entry entry, String key) {
    if (OperatorReader.OPERATORS.contains(entry.name())) {
      reading.problem(
          entry.key().at(),
          "unknown key '" + entry.name() + "' in " + key,
          "an operator stands below what it looks at: text: { " + entry.name() + ": … }");
    } else {
      reading.unknownKey(entry, ATTRIBUTES, key);
    }
  }

  private void add(
      PartMatch.Kind kind,
      YamlMapping.Entry entry,
      Looked at,
      String key,
      boolean ignoreCase,
      List<PartMatch.Attribute> into) {
    Matcher matcher = matchers.read(entry.value(), at, key, ignoreCase);
    if (matcher != null) {
      into.add(new PartMatch.Attribute(kind, null, matcher));
    }
  }

  private void json(YamlNode node, String key, List<PartMatch.Attribute> into) {
    if (!(node instanceof YamlMapping mapping) || mapping.entries().isEmpty()) {
      reading.expected(key, "a mapping of JSONPath to value", node);
      return;
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      JsonPath path = BodyConditionReader.path(reading, entry.key());
      if (path != null) {
        Looked at = path.isDefinite() ? Looked.JSON : Looked.JSON_VALUES;
        Matcher matcher = matchers.read(entry.value(), at, key + "." + entry.name());
        if (matcher != null) {
          into.add(new PartMatch.Attribute(PartMatch.Kind.JSON, path, matcher));
        }
      }
    }
  }
}
