package dev.homeport.definition.yaml;

import dev.homeport.diagnostic.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keys and values in the order of the file; keys that came by {@code <<} follow, unless the mapping
 * has them itself. No key occurs twice.
 */
public record YamlMapping(Location at, List<Entry> entries) implements YamlNode {

  /** One key with its value; the key is always a scalar. */
  public record Entry(YamlScalar key, YamlNode value) {

    /** The key's text. */
    public String name() {
      return key.text();
    }
  }

  public YamlMapping {
    entries = List.copyOf(entries);
  }

  /** The value of a key, or null. */
  public @Nullable YamlNode get(String name) {
    for (Entry entry : entries) {
      if (entry.name().equals(name)) {
        return entry.value();
      }
    }
    return null;
  }

  @Override
  public Map<String, @Nullable Object> plain() {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    entries.forEach(entry -> members.put(entry.name(), entry.value().plain()));
    return members;
  }

  @Override
  public String described() {
    return entries.isEmpty() ? "an empty mapping" : "a mapping";
  }
}
