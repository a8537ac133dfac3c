package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.match.JsonOperand;
import dev.homeport.engine.template.JsonTemplate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON that a value is compared with: YAML written as JSON, perhaps with templates in it. */
final class JsonOperandReader {

  private final JsonTemplateReader templates;

  JsonOperandReader(Reading reading) {
    this.templates = new JsonTemplateReader(reading);
  }

  /** The operand; null, and problems reported, when there are mistakes in it. */
  @Nullable JsonOperand read(YamlNode node) {
    JsonTemplate template = templates.read(node);
    if (template == null) {
      return null;
    }
    return template instanceof JsonTemplate.Constant constant
        ? JsonOperand.constant(Json.toNode(constant.constant()))
        : JsonOperand.rendered(template, Json.write(source(node)));
  }

  /** What is written, as plain values; templates are their text. */
  static @Nullable Object source(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      mapping.entries().forEach(entry -> members.put(entry.name(), source(entry.value())));
      return members;
    } else if (node instanceof YamlSequence sequence) {
      List<@Nullable Object> items = new ArrayList<>();
      sequence.items().forEach(item -> items.add(source(item)));
      return items;
    }
    YamlScalar scalar = (YamlScalar) node;
    return switch (scalar.kind()) {
      case TEXT -> scalar.text();
      case INTEGER, DECIMAL -> new BigDecimal(scalar.text());
      case BOOLEAN -> Boolean.valueOf(scalar.text());
      case NULL, EMPTY -> null;
    };
  }
}
