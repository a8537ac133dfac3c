package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.engine.answer.BodyPlan;
import dev.homeport.engine.answer.StatusPlan;
import dev.homeport.engine.template.Escaping;
import dev.homeport.engine.template.JsonTemplate;
import dev.homeport.engine.template.Template;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the one body of a response. */
final class BodyReader {

  /** The keys of bodies. */
  static final Set<String> KEYS =
      Collections.unmodifiableSet(
          new LinkedHashSet<>(
              List.of(
                  "json", "text", "html", "xml", "file", "base64", "form", "events", "stream",
                  "proxy")));

  private final Reading reading;

  BodyReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * The body of the last layer that has one.
   *
   * @param status of the response, or null when it is broken
   * @return no body when none is written; null when a problem was reported
   */
  @Nullable BodyPlan read(ResponseLayers layers, @Nullable StatusPlan status) {
    Boolean template = template(layers.value("template"));
    List<YamlMapping.Entry> bodies = layers.bodies(KEYS);
    checkRepeat(layers, bodies);
    if (bodies.isEmpty()) {
      return new BodyPlan.None();
    }
    YamlMapping.Entry body = bodies.get(0);
    if (bodies.size() > 1) {
      two(body, bodies.get(1));
      return null;
    }
    if (status != null && StatusPlan.hasNoContent(status.fixed())) {
      if (layers.isInherited(body)) {
        return new BodyPlan.None();
      }
      reading.problem(
          body.key().at(),
          "a " + status.fixed() + " has no body, found '" + body.name() + "'",
          "leave one of them out");
      return null;
    }
    if (body.name().equals("proxy")) {
      // Who says the status of a route answers it, whatever is the default.
      return layers.isOver("status", body)
          ? new BodyPlan.None()
          : new ProxyReader(reading).read(body, layers);
    }
    if (isStream(body)) {
      boolean templates = template == null || template;
      return new StreamReader(reading, templates).read(body, layers.value("repeat"));
    }
    return body(body, template);
  }

  private static boolean isStream(YamlMapping.Entry body) {
    return body.name().equals("events") || body.name().equals("stream");
  }

  /** What repeats must be there: one that a more general layer repeats may be replaced. */
  private void checkRepeat(ResponseLayers layers, List<YamlMapping.Entry> bodies) {
    YamlMapping.Entry repeat = layers.entry("repeat");
    if (repeat != null
        && !layers.isInherited(repeat)
        && bodies.stream().noneMatch(BodyReader::isStream)) {
      reading.problem(
          repeat.key().at(),
          "repeat has nothing to repeat",
          "it stands beside 'events' or 'stream'");
    }
  }

  private void two(YamlMapping.Entry first, YamlMapping.Entry second) {
    reading.problem(
        second.key().at(),
        "a response has one body, found '"
            + second.name()
            + "' beside '"
            + first.name()
            + "' at "
            + first.key().at(),
        "leave one of them out");
    reading.problem(
        first.key().at(),
        "a response has one body, found '"
            + first.name()
            + "' beside '"
            + second.name()
            + "' at "
            + second.key().at(),
        "leave one of them out");
  }

  private @Nullable Boolean template(@Nullable YamlNode node) {
    if (node == null) {
      return null;
    }
    if (node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.BOOLEAN) {
      return Boolean.valueOf(scalar.text());
    }
    reading.expected("template", "true or false", node);
    return null;
  }

  private @Nullable BodyPlan body(YamlMapping.Entry entry, @Nullable Boolean template) {
    boolean templates = template == null || template;
    YamlNode value = entry.value();
    return switch (entry.name()) {
      case "json" -> {
        JsonTemplate json = new JsonTemplateReader(reading, templates).read(value);
        yield json == null ? null : BodyPlan.JsonBody.of(json);
      }
      case "text" -> text(entry, Escaping.NONE, templates);
      case "html" -> text(entry, Escaping.HTML, templates);
      case "xml" -> text(entry, Escaping.XML, templates);
      case "file" -> new FileReader(reading).read(value, template != null && template);
      case "base64" -> base64(value, templates);
      default -> form(value, templates);
    };
  }

  private @Nullable BodyPlan text(YamlMapping.Entry entry, Escaping escaping, boolean templates) {
    Template text = reading.text(entry.name(), entry.value(), escaping, templates);
    return text == null ? null : BodyPlan.TextBody.of(entry.name(), text);
  }

  private @Nullable BodyPlan base64(YamlNode node, boolean templates) {
    Template text = reading.text("base64", node, Escaping.NONE, templates);
    if (text == null) {
      return null;
    }
    if (text.isConstant()) {
      try {
        BodyPlan.Base64Body.decode(text.source());
      } catch (IllegalArgumentException e) {
        reading.problem(node.at(), "base64: " + e.getMessage());
        return null;
      }
    }
    return new BodyPlan.Base64Body(text, node.at());
  }

  private @Nullable BodyPlan form(YamlNode node, boolean templates) {
    if (!(node instanceof YamlMapping mapping)) {
      reading.expected("form", "a mapping of names to values", node);
      return null;
    }
    int before = reading.problems().count();
    List<BodyPlan.FormBody.Pair> pairs = new ArrayList<>();
    for (YamlMapping.Entry entry : mapping.entries()) {
      List<YamlNode> values =
          entry.value() instanceof YamlSequence list ? list.items() : List.of(entry.value());
      for (YamlNode value : values) {
        Template text = reading.text("form." + entry.name(), value, Escaping.NONE, templates);
        if (text != null) {
          pairs.add(new BodyPlan.FormBody.Pair(entry.name(), text));
        }
      }
    }
    return reading.problems().count() > before ? null : new BodyPlan.FormBody(pairs);
  }
}
