package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import java.util.Collection;

/**
 * A number for the content of YAML values without their places, so that equal content can be told
 * across reloads. For one use.
 */
final class NodeText {

  private int hash;

  private NodeText() {}

  /** A number that is equal for equal content: aliases applied, comments and layout left out. */
  static int hash(Collection<? extends YamlNode> nodes) {
    NodeText text = new NodeText();
    nodes.forEach(text::append);
    return text.hash;
  }

  private void append(YamlNode node) {
    if (node instanceof YamlScalar scalar) {
      append(scalar.kind().name());
      append(Integer.toString(scalar.text().length()));
      append(':');
      append(scalar.text());
    } else if (node instanceof YamlSequence list) {
      append('[');
      list.items().forEach(this::append);
      append(']');
    } else if (node instanceof YamlMapping mapping) {
      append('{');
      for (YamlMapping.Entry entry : mapping.entries()) {
        append(entry.key());
        append(entry.value());
      }
      append('}');
    }
  }

  private void append(String text) {
    for (int i = 0; i < text.length(); i++) {
      append(text.charAt(i));
    }
  }

  /** As {@link String#hashCode} has it. */
  private void append(char c) {
    hash = 31 * hash + c;
  }
}
