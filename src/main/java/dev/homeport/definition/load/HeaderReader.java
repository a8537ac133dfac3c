package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.BodyPlan;
import dev.homeport.engine.answer.HeaderPlan;
import dev.homeport.engine.answer.HeaderText;
import dev.homeport.engine.template.Escaping;
import dev.homeport.engine.template.Template;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code headers}: a value, or a list for a repeated header. */
final class HeaderReader {

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
      header(entry, headers);
    }
    return headers;
  }

  private void header(YamlMapping.Entry entry, List<HeaderPlan> headers) {
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
      value(name, value, headers);
    }
  }

  private void value(String name, YamlNode node, List<HeaderPlan> headers) {
    if (!(node instanceof YamlScalar scalar) || !Scalars.isText(scalar)) {
      reading.expected("headers." + name, "a text or a list of texts", node);
      return;
    }
    Template template = reading.template(scalar, Escaping.NONE);
    if (template == null) {
      return;
    }
    String fault = template.isConstant() ? HeaderText.fault(scalar.text().strip()) : null;
    if (fault != null) {
      reading.problem(scalar.at(), "headers." + name + ": " + fault);
      return;
    }
    headers.add(new HeaderPlan(name, template, scalar.at()));
  }

  /** A length that the author wrote must be the true one; the wire writes it again. */
  List<HeaderPlan> withoutLength(List<HeaderPlan> headers, BodyPlan body) {
    List<HeaderPlan> others = new ArrayList<>();
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
