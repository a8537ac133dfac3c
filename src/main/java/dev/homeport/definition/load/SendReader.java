package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.engine.answer.DelayPlan;
import dev.homeport.engine.answer.ItemContent;
import dev.homeport.engine.answer.SendPlan;
import dev.homeport.engine.template.Escaping;
import dev.homeport.engine.template.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code send}: a message to the clients of other routes, or a list of them. */
final class SendReader {

  private static final String FORM = "{ to: /chat/1, json: … }";

  private final Reading reading;

  SendReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * The messages; mistakes are reported.
   *
   * @param node null for none
   */
  SendPlan read(@Nullable YamlNode node) {
    if (node == null) {
      return SendPlan.nothing();
    }
    List<YamlNode> nodes = node instanceof YamlSequence list ? list.items() : List.of(node);
    if (nodes.isEmpty()) {
      reading.expected("send", FORM + ", or a list of such", node);
    }
    List<SendPlan.Item> items = new ArrayList<>();
    for (YamlNode each : nodes) {
      SendPlan.Item item = item(each);
      if (item != null) {
        items.add(item);
      }
    }
    return new SendPlan(items);
  }

  private SendPlan.@Nullable Item item(YamlNode node) {
    if (!(node instanceof YamlMapping mapping) || mapping.entries().isEmpty()) {
      reading.expected("send", FORM, node);
      return null;
    }
    StreamItemReader reader = new StreamItemReader(reading, true, StreamItemReader.Kind.SENT);
    reader.checkKeys(mapping);
    Template to = to(mapping);
    DelayPlan delay = new DelayReader(reading).read(mapping.get("delay"));
    ItemContent content = reader.content(mapping);
    Template event = reader.field(mapping, "event");
    Template id = reader.field(mapping, "id");
    if (!reader.hasContent(mapping)) {
      reading.problem(mapping.at(), "send says nothing", "write json, text, data or base64 in it");
    }
    return to == null || content == null
        ? null
        : new SendPlan.Item(mapping.at(), to, delay, content, event, id);
  }

  private @Nullable Template to(YamlMapping mapping) {
    YamlNode node = mapping.get("to");
    if (node == null) {
      reading.problem(mapping.at(), "send has no 'to'", "write the path whose clients get it");
      return null;
    }
    if (!(node instanceof YamlScalar scalar) || !Scalars.isText(scalar)) {
      reading.expected("send.to", "a path like /chat/1", node);
      return null;
    }
    String text = scalar.text();
    if (!text.startsWith("/") && !text.startsWith("{{")) {
      reading.expected("send.to", "a path like /chat/1", node);
      return null;
    }
    if (text.replaceAll("\\{\\{.*?}}", "").matches("(?s).*[?#{].*")) {
      reading.problem(
          node.at(),
          "send.to: '" + text + "' is not the path of a request",
          text.contains("{") ? "a variable of this path is {{path.name}}" : "leave the query out");
      return null;
    }
    return reading.template(scalar, Escaping.NONE);
  }
}
