package dev.homeport.definition.yaml;

import dev.homeport.diagnostic.Location;
import java.util.List;

/** A list. */
public record YamlSequence(Location at, List<YamlNode> items) implements YamlNode {

  public YamlSequence {
    items = List.copyOf(items);
  }

  @Override
  public String described() {
    return items.isEmpty() ? "an empty list" : "a list";
  }
}
