package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.match.JsonOperand;
import dev.homeport.engine.template.JsonTemplate;
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
        : JsonOperand.rendered(template, Json.write(node.plain()));
  }
}
