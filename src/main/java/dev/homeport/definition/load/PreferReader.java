package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import org.jspecify.annotations.Nullable;

/** Reads {@code prefer}: whether a request may choose the response, and what becomes of it. */
final class PreferReader {

  private final Reading reading;

  PreferReader(Reading reading) {
    this.reading = reading;
  }

  /** True when nothing is said, or a problem was reported. */
  boolean read(@Nullable YamlNode node) {
    if (node == null) {
      return true;
    }
    if (node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.BOOLEAN) {
      return scalar.text().equals("true");
    }
    reading.expected("prefer", "true or false", node);
    return true;
  }
}
