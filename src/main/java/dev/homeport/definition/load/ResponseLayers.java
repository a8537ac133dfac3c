package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mappings that make up one response, the most general first: {@code defaults} of the folder
 * and of the file, the keys beside a {@code sequence}, its own. A later one replaces keys, headers
 * and cookies one by one, and any body the body.
 */
final class ResponseLayers {

  private final List<YamlMapping> layers;

  ResponseLayers(List<YamlMapping> layers) {
    this.layers = List.copyOf(layers);
  }

  /** The most special layer: the response itself. */
  YamlMapping own() {
    return layers.get(layers.size() - 1);
  }

  /** The last entry of a key, or null. */
  YamlMapping.@Nullable Entry entry(String key) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      YamlMapping.Entry entry = entry(layers.get(i), key);
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  /** The last value of a key, or null. */
  @Nullable YamlNode value(String key) {
    YamlMapping.Entry entry = entry(key);
    return entry == null ? null : entry.value();
  }

  /** Every value of a key, the most general first. */
  List<YamlNode> values(String key) {
    if (entry(key) == null) {
      return List.of(); // that is so of most keys in most responses
    }
    List<YamlNode> values = new ArrayList<>();
    for (YamlMapping layer : layers) {
      YamlNode value = layer.get(key);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /**
   * The entries under a key of all layers by name in any case, a later layer's in the place of an
   * earlier one's.
   */
  List<YamlMapping.Entry> merged(String key) {
    List<YamlNode> values = values(key);
    if (values.isEmpty()) {
      return List.of();
    }
    Map<String, YamlMapping.Entry> merged = new LinkedHashMap<>();
    for (YamlNode value : values) {
      if (value instanceof YamlMapping mapping) {
        for (YamlMapping.Entry entry : mapping.entries()) {
          merged.put(entry.name().toLowerCase(Locale.ROOT), entry);
        }
      }
    }
    return List.copyOf(merged.values());
  }

  /** The body keys of the last layer that has any. */
  List<YamlMapping.Entry> bodies(Set<String> bodyKeys) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      List<YamlMapping.Entry> bodies = new ArrayList<>(1);
      for (YamlMapping.Entry entry : layers.get(i).entries()) {
        if (bodyKeys.contains(entry.name())) {
          bodies.add(entry);
        }
      }
      if (!bodies.isEmpty()) {
        return bodies;
      }
    }
    return List.of();
  }

  /** The layer that an entry stands in. */
  YamlMapping with(YamlMapping.Entry entry) {
    for (YamlMapping layer : layers) {
      if (layer.entries().contains(entry)) {
        return layer;
      }
    }
    throw new IllegalArgumentException(entry.name());
  }

  /** Whether a key stands in a layer that is more special than that of an entry. */
  boolean isOver(String key, YamlMapping.Entry entry) {
    int own = layers.indexOf(with(entry));
    return layers.subList(own + 1, layers.size()).stream().anyMatch(each -> each.get(key) != null);
  }

  /** Whether an entry stands in a more general layer than the response itself. */
  boolean isInherited(YamlMapping.Entry entry) {
    return !own().entries().contains(entry);
  }

  private static YamlMapping.@Nullable Entry entry(YamlMapping mapping, String key) {
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (entry.name().equals(key)) {
        return entry;
      }
    }
    return null;
  }
}
