package dev.homeport.definition.load;

import dev.homeport.definition.setting.ByteSize;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.engine.match.Operand;
import dev.homeport.engine.template.Escaping;
import dev.homeport.engine.template.Template;
import dev.homeport.engine.template.TemplateCompiler;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a value is compared with. Every method reports a mistake and then returns null. */
final class OperandReader {

  private final Reading reading;

  OperandReader(Reading reading) {
    this.reading = reading;
  }

  /** A text, number, boolean, template, and where JSON is looked at, null. */
  @Nullable Operand scalar(YamlNode node, Looked at, String key) {
    if (!(node instanceof YamlScalar scalar)) {
      reading.expected(key, "a single value", node);
      return null;
    }
    return switch (scalar.kind()) {
      case TEXT -> text(scalar);
      case INTEGER, DECIMAL -> new Operand.Constant(number(scalar), scalar.text());
      case BOOLEAN -> new Operand.Constant(scalar.text().equalsIgnoreCase("true"), scalar.text());
      case NULL -> nothing(scalar, at, key);
      case EMPTY -> {
        empty(scalar, at, key);
        yield null;
      }
    };
  }

  private @Nullable Operand nothing(YamlScalar scalar, Looked at, String key) {
    if (at.isJson()) {
      return new Operand.Constant(null, "null");
    }
    reading.problem(
        scalar.at(), key + ": only JSON can be null", "write absent, or \"null\" for the text");
    return null;
  }

  /** Nothing stands after the colon. */
  void empty(YamlScalar scalar, Looked at, String key) {
    reading.problem(
        scalar.at(),
        key + " has no value",
        at.isJson() ? "write present, absent or null" : "write present or absent");
  }

  private static Object number(YamlScalar scalar) {
    try {
      return new BigDecimal(scalar.text());
    } catch (NumberFormatException e) { // reported already: a number as JSON does not spell it
      return scalar.text();
    }
  }

  /** A text that may be a template. */
  @Nullable Operand text(YamlScalar scalar) {
    if (!TemplateCompiler.isTemplate(scalar.text())) {
      return new Operand.Constant(scalar.text(), scalar.text());
    }
    Template template = reading.template(scalar, Escaping.NONE);
    return template == null ? null : new Operand.Rendered(template);
  }

  /** A number or a template; where a size is looked at, also {@code 1MB}. */
  @Nullable Operand number(YamlNode node, Looked at, String key) {
    if (node instanceof YamlScalar scalar) {
      switch (scalar.kind()) {
        case INTEGER, DECIMAL -> {
          return new Operand.Constant(number(scalar), scalar.text());
        }
        case TEXT -> {
          if (TemplateCompiler.isTemplate(scalar.text())) {
            return text(scalar);
          }
          BigDecimal bytes = at == Looked.SIZE ? ByteSize.parse(scalar.text()) : null;
          if (bytes != null) {
            return new Operand.Constant(bytes, scalar.text());
          }
        }
        case BOOLEAN, NULL, EMPTY -> {}
      }
    }
    reading.expected(
        key, at == Looked.SIZE ? "a size such as 500, 20kB, 1MB or 1MiB" : "a number", node);
    return null;
  }

  /** A list of single values, or one template that gives a list. */
  @Nullable List<Operand> list(YamlNode node, Looked at, String key) {
    if (node instanceof YamlScalar scalar && TemplateCompiler.isTemplate(scalar.text())) {
      Operand operand = text(scalar);
      return operand == null ? null : List.of(operand);
    }
    if (!(node instanceof YamlSequence sequence) || sequence.items().isEmpty()) {
      reading.expected(key, "a list of values", node);
      return null;
    }
    List<Operand> operands = new ArrayList<>();
    boolean complete = true;
    for (YamlNode item : sequence.items()) {
      Operand operand =
          at == Looked.NUMBER || at == Looked.SIZE ? number(item, at, key) : scalar(item, at, key);
      complete &= operand != null;
      if (operand != null) {
        operands.add(operand);
      }
    }
    return complete ? operands : null;
  }
}
