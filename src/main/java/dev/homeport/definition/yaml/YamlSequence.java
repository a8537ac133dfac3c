package dev.homeport.definition.yaml;

import dev.homeport.diagnostic.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list. */
public record YamlSequence(Location at, List<YamlNode> items) implements YamlNode {

  public YamlSequence {
    items = List.copyOf(items);
  }

  @Override
  public List<@Nullable Object> plain() {
    List<@Nullable Object> values = new ArrayList<>(items.size());
    items.forEach(item -> values.add(item.plain()));
    return values;
  }

  @Override
  public String described() {
    return items.isEmpty() ? "an empty list" : "a list";
  }
}
