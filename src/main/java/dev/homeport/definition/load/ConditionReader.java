package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.engine.match.Condition;
import java.util.List;

/** Reads {@code when}. */
final class ConditionReader {

  private final Reading reading;

  ConditionReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * The conditions in the order in which they are best tried: cheap ones first, the body last;
   * mistakes are reported.
   */
  List<Condition> read(YamlNode when) {
    throw new AssertionError("skeleton " + reading);
  }
}
