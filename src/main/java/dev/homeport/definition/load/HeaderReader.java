package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.BodyPlan;
import dev.homeport.engine.answer.HeaderPlan;
import dev.homeport.engine.answer.HeaderText;
import dev.homeport.engine.http.HopByHop;
import dev.homeport.engine.template.Escaping;
import dev.homeport.engine.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code headers}: a value, or a list for a repeated header. */
final class HeaderReader {

  private static final Set<String> OF_FRAMING = Set.of("content-length", "expect");

  private final Reading reading;

  HeaderReader(Reading reading) {
    this.reading = reading;
  }

  /** The headers of all layers; mistakes are reported. */
  List<HeaderPlan> read(ResponseLayers layers) {
    for (YamlNode node : layers.values("headers")) {
      if (!(node instanceof YamlMapping)) {
        reading.expected("headers", "a mapping of names to values", node);
      }
    }
    List<HeaderPlan> headers = new ArrayList<>();
    for (YamlMapping.Entry entry : layers.merged("headers")) {
      header("headers", entry, headers);
    }
    return headers;
  }

  /**
   * The headers of a request to another server; none without a node.
   *
   * @param key of the mapping that they stand in
   */
  List<HeaderPlan> ofRequest(@Nullable YamlNode node, String key) {
    List<HeaderPlan> headers = new ArrayList<>();
    if (node instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        if (HopByHop.isOne(entry.name()) || OF_FRAMING.contains(lower(entry.name()))) {
          reading.problem(
              entry.key().at(),
              entry.name() + " is written by Homeport, as the connection needs it",
              "leave it out");
        } else {
          header(key + ".headers", entry, headers);
        }
      }
    } else if (node != null) {
      reading.expected(key + ".headers", "a mapping of names to values", node);
    }
    return headers;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private void header(String key, YamlMapping.Entry entry, List<HeaderPlan> headers) {
    String name = entry.name();
    if (!HeaderText.isToken(name)) {
      reading.problem(
          entry.key().at(),
          "'" + name + "' is not the name of a header",
          "letters, digits and - are usual");
      return;
    }
    if (name.equalsIgnoreCase("Transfer-Encoding")) {
      reading.problem(
          entry.key().at(), name + " is written by Homeport, as the body needs it", "leave it out");
      return;
    }
    List<YamlNode> values =
        entry.value() instanceof YamlSequence list && !list.items().isEmpty()
            ? list.items()
            : List.of(entry.value());
    for (YamlNode value : values) {
      value(key, name, value, headers);
    }
  }

  private void value(String key, String name, YamlNode node, List<HeaderPlan> headers) {
    if (!(node instanceof YamlScalar scalar) || !Scalars.isText(scalar)) {
      reading.expected(key + "." + name, "a text or a list of texts", node);
      return;
    }
    Template template = reading.template(scalar, Escaping.NONE);
    if (template == null) {
      return;
    }
    String fault = template.isConstant() ? HeaderText.fault(scalar.text().strip()) : null;
    if (fault != null) {
      reading.problem(scalar.at(), key + "." + name + ": " + fault);
      return;
    }
    headers.add(new HeaderPlan(name, template, scalar.at()));
  }

  /** A length that the author wrote must be the true one; the wire writes it again. */
  List<HeaderPlan> withoutLength(List<HeaderPlan> headers, BodyPlan body) {
    if (headers.isEmpty()) {
      return headers;
    }
    List<HeaderPlan> others = new ArrayList<>(headers.size());
    for (HeaderPlan header : headers) {
      if (!header.name().equalsIgnoreCase("Content-Length")) {
        others.add(header);
      } else if (!header.value().source().equals(length(body))) {
        reading.problem(
            header.at(),
            "headers.Content-Length: '"
                + header.value().source()
                + "' is not the length of the body",
            "leave it out, Homeport writes it");
      }
    }
    return others;
  }

  /** The length of a body that is known now, else a text that is no length. */
  private static String length(BodyPlan body) {
    Body fixed = body.fixed();
    return fixed instanceof Body.Bytes bytes ? Integer.toString(bytes.content().length) : "unknown";
  }
}
