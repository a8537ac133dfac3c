package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.engine.answer.DelayPlan;
import dev.homeport.engine.answer.ItemContent;
import dev.homeport.engine.answer.StreamItem;
import dev.homeport.engine.template.Escaping;
import dev.homeport.engine.template.JsonTemplate;
import dev.homeport.engine.template.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one item of {@code events} or {@code stream}. */
final class StreamItemReader {

  private static final List<String> CONTENTS = List.of("json", "text", "data");
  private static final List<String> PIECE_KEYS = List.of("json", "text", "data", "delay");
  private static final List<String> EVENT_FIELDS = List.of("event", "id", "retry");
  private static final List<String> EVENT_KEYS =
      List.of("event", "id", "retry", "json", "text", "data", "delay");

  private final Reading reading;
  private final boolean templates;
  private final boolean areEvents;

  StreamItemReader(Reading reading, boolean templates, boolean areEvents) {
    this.reading = reading;
    this.templates = templates;
    this.areEvents = areEvents;
  }

  /** The item; null when a problem was reported. */
  @Nullable StreamItem read(YamlNode node) {
    if (!(node instanceof YamlMapping mapping) || mapping.entries().isEmpty()) {
      reading.expected(
          areEvents ? "an item of events" : "an item of stream",
          areEvents ? "a mapping like { event: price, json: … }" : "a mapping like { json: … }",
          node);
      return null;
    }
    int before = reading.problems().count();
    checkKeys(mapping);
    DelayPlan delay = new DelayReader(reading).read(mapping.get("delay"));
    ItemContent content = content(mapping);
    StreamItem item =
        areEvents
            ? event(mapping, delay, content)
            : new StreamItem.Piece(mapping.at(), delay, content);
    return reading.problems().count() > before ? null : item;
  }

  private void checkKeys(YamlMapping mapping) {
    List<String> known = areEvents ? EVENT_KEYS : PIECE_KEYS;
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!areEvents && EVENT_FIELDS.contains(entry.name())) {
        reading.problem(
            entry.key().at(),
            "'" + entry.name() + "' stands in an item of stream",
            "server-sent events are written under 'events'");
      } else if (!known.contains(entry.name())) {
        reading.unknownKey(entry, known, areEvents ? "an item of events" : "an item of stream");
      }
    }
  }

  private StreamItem event(
      YamlMapping mapping, @Nullable DelayPlan delay, @Nullable ItemContent data) {
    YamlNode named = mapping.get("event");
    if (named != null && CONTENTS.stream().allMatch(key -> mapping.get(key) == null)) {
      reading.problem(
          named.at(), "browsers pass over an event without data", "write data: '' beside it");
    }
    return new StreamItem.Event(
        mapping.at(), delay, field(mapping, "event"), field(mapping, "id"), retry(mapping), data);
  }

  private @Nullable Template retry(YamlMapping mapping) {
    Template retry = field(mapping, "retry");
    YamlNode node = mapping.get("retry");
    if (retry != null && node != null && retry.isConstant() && !isMillis(retry.source())) {
      reading.expected("retry", "a number of milliseconds", node);
    }
    return retry;
  }

  private static boolean isMillis(String text) {
    return text.matches("[0-9]{1,15}");
  }

  /** A field of one line. */
  private @Nullable Template field(YamlMapping mapping, String key) {
    YamlNode node = mapping.get(key);
    if (node == null) {
      return null;
    }
    Template text = text(key, node);
    if (text != null && text.isConstant() && text.source().matches("(?s).*[\\r\\n\\x00].*")) {
      reading.problem(node.at(), key + ": a line break cannot stand in it");
    }
    return text;
  }

  private @Nullable ItemContent content(YamlMapping mapping) {
    List<YamlMapping.Entry> contents =
        mapping.entries().stream().filter(entry -> CONTENTS.contains(entry.name())).toList();
    if (contents.isEmpty()) {
      return null;
    }
    YamlMapping.Entry only = contents.get(0);
    if (contents.size() > 1) {
      YamlMapping.Entry second = contents.get(1);
      reading.problem(
          second.key().at(),
          "an item has one content, found '" + second.name() + "' beside '" + only.name() + "'",
          "leave one of them out");
      return null;
    }
    boolean isJson =
        only.name().equals("json")
            || (only.name().equals("data") && !(only.value() instanceof YamlScalar));
    if (isJson) {
      JsonTemplate json = new JsonTemplateReader(reading, templates).read(only.value());
      return json == null ? null : new ItemContent.JsonValue(json);
    }
    Template text = text(only.name(), only.value());
    return text == null ? null : new ItemContent.Text(text);
  }

  private @Nullable Template text(String key, YamlNode node) {
    if (!(node instanceof YamlScalar scalar) || !Scalars.isText(scalar)) {
      reading.expected(key, "a text", node);
      return null;
    }
    return templates ? reading.template(scalar, Escaping.NONE) : Template.constant(scalar.text());
  }
}
