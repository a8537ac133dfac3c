package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.engine.answer.BodyPlan;
import dev.homeport.engine.answer.DelayPlan;
import dev.homeport.engine.answer.ItemContent;
import dev.homeport.engine.answer.StreamItem;
import dev.homeport.engine.template.Escaping;
import dev.homeport.engine.template.JsonTemplate;
import dev.homeport.engine.template.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one item of {@code events} or {@code stream}, or a message of a WebSocket. */
final class StreamItemReader {

  private static final List<String> CONTENTS = List.of("json", "text", "data");
  private static final List<String> EVENT_FIELDS = List.of("event", "id", "retry");
  private static final String BASE64 = "base64";

  /** Where an item stands, and which keys it may have there. */
  enum Kind {
    EVENT("an item of events", "a mapping like { event: price, json: … }"),
    PIECE("an item of stream", "a mapping like { json: … }"),
    MESSAGE("a message", "a mapping like { text: … }"),
    SENT("send", "a mapping like { to: /chat/1, json: … }");

    private final String name;
    private final String form;

    Kind(String name, String form) {
      this.name = name;
      this.form = form;
    }

    private List<String> keys() {
      return switch (this) {
        case EVENT -> List.of("event", "id", "retry", "json", "text", "data", "delay");
        case PIECE -> List.of("json", "text", "data", "delay");
        case MESSAGE -> List.of("json", "text", "data", BASE64, "delay");
        case SENT -> List.of("to", "json", "text", "data", BASE64, "event", "id", "delay");
      };
    }
  }

  private final Reading reading;
  private final boolean templates;
  private final Kind kind;

  StreamItemReader(Reading reading, boolean templates, Kind kind) {
    this.reading = reading;
    this.templates = templates;
    this.kind = kind;
  }

  /** The item; null when a problem was reported. */
  @Nullable StreamItem read(YamlNode node) {
    if (!(node instanceof YamlMapping mapping) || mapping.entries().isEmpty()) {
      reading.expected(kind.name, kind.form, node);
      return null;
    }
    int before = reading.problems().count();
    checkKeys(mapping);
    DelayPlan delay = new DelayReader(reading).read(mapping.get("delay"));
    ItemContent content = content(mapping);
    StreamItem item =
        switch (kind) {
          case EVENT -> event(mapping, delay, content);
          case PIECE -> new StreamItem.Piece(mapping.at(), delay, content);
          case MESSAGE, SENT -> new StreamItem.Message(mapping.at(), delay, content);
        };
    return reading.problems().count() > before ? null : item;
  }

  void checkKeys(YamlMapping mapping) {
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (kind == Kind.PIECE && EVENT_FIELDS.contains(entry.name())) {
        reading.problem(
            entry.key().at(),
            "'" + entry.name() + "' stands in an item of stream",
            "server-sent events are written under 'events'");
      } else if (!kind.keys().contains(entry.name())) {
        reading.unknownKey(entry, kind.keys(), kind.name);
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
  @Nullable Template field(YamlMapping mapping, String key) {
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

  /** Whether it says something, rightly or not. */
  boolean hasContent(YamlMapping mapping) {
    return mapping.entries().stream().anyMatch(this::isContent);
  }

  private boolean isContent(YamlMapping.Entry entry) {
    boolean isBytes = entry.name().equals(BASE64) && kind.keys().contains(BASE64);
    return isBytes || CONTENTS.contains(entry.name());
  }

  /** What it says; null for nothing, and when a problem was reported. */
  @Nullable ItemContent content(YamlMapping mapping) {
    List<YamlMapping.Entry> contents = mapping.entries().stream().filter(this::isContent).toList();
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
    if (text != null && only.name().equals(BASE64)) {
      return bytes(text, only.value());
    }
    return text == null ? null : new ItemContent.Text(text);
  }

  private @Nullable ItemContent bytes(Template text, YamlNode node) {
    try {
      if (text.isConstant()) {
        BodyPlan.Base64Body.decode(text.source());
      }
      return new ItemContent.Base64Bytes(text, node.at());
    } catch (IllegalArgumentException e) {
      reading.problem(node.at(), "base64: " + e.getMessage());
      return null;
    }
  }

  private @Nullable Template text(String key, YamlNode node) {
    return reading.text(key, node, Escaping.NONE, templates);
  }
}
