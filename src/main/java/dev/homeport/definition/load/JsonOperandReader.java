package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.match.JsonOperand;
import dev.homeport.engine.template.Escaping;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import dev.homeport.engine.template.TemplateCompiler;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON that a value is compared with: YAML written as JSON, perhaps with templates in it. */
final class JsonOperandReader {

  private final Reading reading;
  private boolean constant = true;
  private boolean complete = true;

  JsonOperandReader(Reading reading) {
    this.reading = reading;
  }

  /** The operand; null, and problems reported, when there are mistakes in it. */
  @Nullable JsonOperand read(YamlNode node) {
    Scope.ValueTemplate template = template(node);
    if (!complete) {
      return null;
    }
    Object source = source(node);
    return constant
        ? JsonOperand.constant(Json.toNode(source))
        : JsonOperand.rendered(template, Json.write(source));
  }

  private Scope.ValueTemplate template(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      Map<String, Scope.ValueTemplate> members = new LinkedHashMap<>();
      for (YamlMapping.Entry entry : mapping.entries()) {
        if (TemplateCompiler.isTemplate(entry.name())) {
          reading.problem(entry.key().at(), "a key of JSON to compare with cannot be a template");
          complete = false;
        }
        members.put(entry.name(), template(entry.value()));
      }
      return scope -> {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        members.forEach((name, member) -> values.put(name, member.value(scope)));
        return values;
      };
    } else if (node instanceof YamlSequence sequence) {
      List<Scope.ValueTemplate> items = sequence.items().stream().map(this::template).toList();
      return scope -> {
        List<@Nullable Object> values = new ArrayList<>();
        items.forEach(item -> values.add(item.value(scope)));
        return values;
      };
    }
    return scalar((YamlScalar) node);
  }

  private Scope.ValueTemplate scalar(YamlScalar scalar) {
    if (scalar.kind() == YamlScalar.Kind.EMPTY) {
      reading.problem(scalar.at(), "a value is missing", "write null, or \"\" for an empty text");
      complete = false;
    } else if (scalar.kind() == YamlScalar.Kind.TEXT
        && TemplateCompiler.isTemplate(scalar.text())) {
      Template template = reading.template(scalar, Escaping.NONE);
      if (template == null) {
        complete = false;
      } else if (!template.isConstant()) {
        constant = false;
        return template::value;
      }
    }
    Object value = source(scalar);
    return scope -> value;
  }

  /** What is written, templates as their text. */
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
      case INTEGER, DECIMAL -> number(scalar.text());
      case BOOLEAN -> scalar.text().equalsIgnoreCase("true");
      case NULL, EMPTY -> null;
    };
  }

  private static Object number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) { // reported already: a number as JSON does not spell it
      return text;
    }
  }
}
