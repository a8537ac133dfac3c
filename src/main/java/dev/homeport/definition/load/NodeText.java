package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import java.util.Collection;

/**
 * The content of a YAML value without its places, so that equal content can be told across reloads.
 */
final class NodeText {

  private NodeText() {}

  /** A number that is equal for equal content: aliases applied, comments and layout left out. */
  static int hash(Collection<? extends YamlNode> nodes) {
    StringBuilder text = new StringBuilder();
    nodes.forEach(node -> append(node, text));
    return text.toString().hashCode();
  }

  private static void append(YamlNode node, StringBuilder text) {
    if (node instanceof YamlScalar scalar) {
      text.append(scalar.kind().name())
          .append(scalar.text().length())
          .append(':')
          .append(scalar.text());
    } else if (node instanceof YamlSequence list) {
      text.append('[');
      list.items().forEach(item -> append(item, text));
      text.append(']');
    } else if (node instanceof YamlMapping mapping) {
      text.append('{');
      for (YamlMapping.Entry entry : mapping.entries()) {
        append(entry.key(), text);
        append(entry.value(), text);
      }
      text.append('}');
    }
  }
}
