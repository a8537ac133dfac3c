package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.template.Escaping;
import dev.homeport.engine.template.JsonTemplate;
import dev.homeport.engine.template.KeyBlock;
import dev.homeport.engine.template.Template;
import dev.homeport.engine.template.TemplateCompiler;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads YAML that is written as JSON: templates in its texts, blocks as keys. */
final class JsonTemplateReader {

  private static final String ELSE = "{{else}}";

  private final Reading reading;
  private final boolean templates;

  JsonTemplateReader(Reading reading) {
    this(reading, true);
  }

  /**
   * A reader for one place.
   *
   * @param templates whether two opening braces begin an expression; without, they are text
   */
  JsonTemplateReader(Reading reading, boolean templates) {
    this.reading = reading;
    this.templates = templates;
  }

  /** The value; null when a problem was reported. */
  @Nullable JsonTemplate read(YamlNode node) {
    return isPlain(node) ? new JsonTemplate.Constant(node.plain()) : value(node);
  }

  /** Whether nothing in it can be a template or a mistake: that of nearly every route. */
  private boolean isPlain(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        if (!isText(entry.name()) || !isPlain(entry.value())) {
          return false;
        }
      }
      return true;
    }
    if (node instanceof YamlSequence list) {
      for (YamlNode item : list.items()) {
        if (!isPlain(item)) {
          return false;
        }
      }
      return true;
    }
    YamlScalar scalar = (YamlScalar) node;
    return scalar.kind() != YamlScalar.Kind.EMPTY && isText(scalar.text());
  }

  private boolean isText(String text) {
    return !templates || !TemplateCompiler.isTemplate(text);
  }

  private @Nullable JsonTemplate value(YamlNode node) {
    if (node instanceof YamlScalar scalar) {
      return scalar(scalar);
    }
    if (node instanceof YamlSequence list) {
      return list(list);
    }
    return object((YamlMapping) node);
  }

  private @Nullable JsonTemplate scalar(YamlScalar scalar) {
    String text = scalar.text();
    return switch (scalar.kind()) {
      case INTEGER, DECIMAL -> new JsonTemplate.Constant(new BigDecimal(text));
      case BOOLEAN -> new JsonTemplate.Constant(Boolean.valueOf(text));
      case NULL -> new JsonTemplate.Constant(null);
      case EMPTY -> {
        reading.problem(scalar.at(), "nothing stands here", "write a value, null or ''");
        yield null;
      }
      case TEXT -> text(scalar);
    };
  }

  private @Nullable JsonTemplate text(YamlScalar scalar) {
    if (isText(scalar.text())) {
      return new JsonTemplate.Constant(scalar.text());
    }
    Template template = reading.template(scalar, Escaping.NONE);
    return template == null ? null : new JsonTemplate.Text(template);
  }

  private @Nullable JsonTemplate list(YamlSequence list) {
    List<JsonTemplate.Item> items = new ArrayList<>();
    boolean complete = true;
    for (YamlNode node : list.items()) {
      JsonTemplate.Item item = item(node);
      complete &= item != null;
      if (item != null) {
        items.add(item);
      }
    }
    if (!complete) {
      return null;
    }
    List<@Nullable Object> constants = new ArrayList<>();
    for (JsonTemplate.Item item : items) {
      if (!(item instanceof JsonTemplate.Item.One one
          && one.value() instanceof JsonTemplate.Constant constant)) {
        return new JsonTemplate.Items(items);
      }
      constants.add(constant.constant());
    }
    return new JsonTemplate.Constant(constants);
  }

  private JsonTemplate.@Nullable Item item(YamlNode node) {
    if (templates && node instanceof YamlMapping mapping && !mapping.entries().isEmpty()) {
      YamlMapping.Entry first = mapping.entries().get(0);
      if (isBlock(first.name()) && !first.name().equals(ELSE)) {
        return blockItem(mapping, first);
      }
    }
    JsonTemplate value = value(node);
    return value == null ? null : new JsonTemplate.Item.One(value);
  }

  private JsonTemplate.@Nullable Item blockItem(YamlMapping mapping, YamlMapping.Entry first) {
    KeyBlock block = block(first.key());
    if (block == null) {
      return null;
    }
    if (block instanceof KeyBlock.Repetition repetition) {
      if (mapping.entries().size() > 1) {
        YamlScalar second = mapping.entries().get(1).key();
        reading.problem(
            second.at(),
            "'" + second.text() + "' stands beside " + first.name(),
            "a block that repeats is the only key of a list item");
        return null;
      }
      JsonTemplate value = inside(repetition).value(first.value());
      return value == null ? null : new JsonTemplate.Item.Repeated(repetition, value);
    }
    return chosenItem(mapping, first, (KeyBlock.Choice) block);
  }

  /**
   * Alone, or alone with its else, a choice gives an item of any kind; beside other keys it merges
   * members.
   */
  private JsonTemplate.@Nullable Item chosenItem(
      YamlMapping mapping, YamlMapping.Entry first, KeyBlock.Choice choice) {
    List<YamlMapping.Entry> entries = mapping.entries();
    boolean hasElse = entries.size() > 1 && entries.get(1).name().equals(ELSE);
    if (entries.size() > (hasElse ? 2 : 1)) {
      JsonTemplate object = object(mapping);
      return object == null ? null : new JsonTemplate.Item.One(object);
    }
    JsonTemplate then = value(first.value());
    JsonTemplate otherwise = hasElse ? value(entries.get(1).value()) : null;
    boolean complete = then != null && (otherwise != null || !hasElse);
    return then != null && complete ? new JsonTemplate.Item.Chosen(choice, then, otherwise) : null;
  }

  private JsonTemplateReader inside(KeyBlock.Repetition repetition) {
    return repetition.hasItem()
        ? new JsonTemplateReader(reading.with(reading.names().insideAnItem()), true)
        : this;
  }

  private @Nullable JsonTemplate object(YamlMapping mapping) {
    List<JsonTemplate.Member> members = members(mapping);
    if (members == null) {
      return null;
    }
    Map<String, @Nullable Object> constants = new LinkedHashMap<>();
    for (JsonTemplate.Member member : members) {
      if (!(member instanceof JsonTemplate.Member.Named named
          && named.value() instanceof JsonTemplate.Constant constant)) {
        return new JsonTemplate.Members(members);
      }
      constants.put(named.name(), constant.constant());
    }
    return new JsonTemplate.Constant(constants);
  }

  /** The members of a mapping; null when a problem was reported. */
  private @Nullable List<JsonTemplate.Member> members(YamlMapping mapping) {
    List<JsonTemplate.Member> members = new ArrayList<>();
    boolean complete = true;
    List<YamlMapping.Entry> entries = mapping.entries();
    for (int i = 0; i < entries.size(); i++) {
      YamlMapping.Entry entry = entries.get(i);
      JsonTemplate.Member member;
      if (templates && isBlock(entry.name())) {
        boolean hasElse = i + 1 < entries.size() && entries.get(i + 1).name().equals(ELSE);
        member = chosenMembers(entry, hasElse ? entries.get(i + 1) : null);
        i += hasElse ? 1 : 0;
      } else {
        member = named(entry);
      }
      complete &= member != null;
      if (member != null) {
        members.add(member);
      }
    }
    return complete ? members : null;
  }

  private JsonTemplate.@Nullable Member named(YamlMapping.Entry entry) {
    if (!isText(entry.name())) {
      reading.problem(
          entry.key().at(entry.name().indexOf("{{")),
          "a key of json cannot be a template, found '" + entry.name() + "'",
          "only blocks may be keys: {{#each …}}, {{#repeat …}}, {{#if …}}, {{#unless …}}");
      return null;
    }
    JsonTemplate value = value(entry.value());
    return value == null ? null : new JsonTemplate.Member.Named(entry.name(), value);
  }

  private JsonTemplate.@Nullable Member chosenMembers(
      YamlMapping.Entry entry, YamlMapping.@Nullable Entry otherwise) {
    if (entry.name().equals(ELSE)) {
      reading.problem(
          entry.key().at(),
          "{{else}} without a block",
          "write it right after {{#if …}} or {{#unless …}}");
      return null;
    }
    KeyBlock block = block(entry.key());
    if (block == null) {
      return null;
    }
    if (!(block instanceof KeyBlock.Choice choice)) {
      reading.problem(
          entry.key().at(),
          entry.name() + " does not stand in a list",
          "a block that repeats is the only key of a list item: - \"" + entry.name() + "\": …");
      return null;
    }
    List<JsonTemplate.Member> then = membersUnder(entry);
    List<JsonTemplate.Member> other = otherwise == null ? List.of() : membersUnder(otherwise);
    return then == null || other == null
        ? null
        : new JsonTemplate.Member.Chosen(choice, then, other);
  }

  private @Nullable List<JsonTemplate.Member> membersUnder(YamlMapping.Entry entry) {
    if (entry.value() instanceof YamlMapping mapping) {
      return members(mapping);
    }
    reading.expected(entry.name(), "a mapping, whose members are merged", entry.value());
    return null;
  }

  private @Nullable KeyBlock block(YamlScalar key) {
    try {
      return reading.templates().compileBlock(key.text(), reading.names());
    } catch (SyntaxException e) {
      reading.problem(key, e);
      return null;
    }
  }

  private static boolean isBlock(String key) {
    return key.startsWith("{{#") || key.equals(ELSE);
  }
}
