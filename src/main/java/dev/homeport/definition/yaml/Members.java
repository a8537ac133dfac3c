package dev.homeport.definition.yaml;

import dev.homeport.diagnostic.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The entries of a mapping that is being read: its own, then those that come by {@code <<}; a key
 * that stands twice is reported at both places. One thread.
 */
final class Members {

  private final Problems problems;
  private final Map<String, YamlMapping.Entry> own = new LinkedHashMap<>();
  private final List<YamlMapping> merged = new ArrayList<>();

  /** Keys whose first place has been reported. */
  private final Set<String> duplicates = new HashSet<>();

  Members(Problems problems) {
    this.problems = problems;
  }

  /** Takes an entry; of two with the same key the first stays. */
  void add(YamlMapping.Entry entry) {
    YamlMapping.Entry first = own.putIfAbsent(entry.name(), entry);
    if (first != null) {
      reportDuplicate(first.key(), entry.key());
    }
  }

  private void reportDuplicate(YamlScalar first, YamlScalar later) {
    String key = "'" + Shown.value(first.text()) + "'";
    problems.add(later.at(), "duplicate key " + key + ", first at " + first.at());
    if (duplicates.add(first.text())) {
      problems.add(first.at(), "duplicate key " + key + ", again at " + later.at());
    }
  }

  /** Takes what stands under {@code <<}: a mapping, or a list of mappings. */
  void merge(YamlNode value) {
    if (value instanceof YamlMapping mapping) {
      merged.add(mapping);
    } else if (value instanceof YamlSequence list) {
      for (YamlNode item : list.items()) {
        if (item instanceof YamlMapping mapping) {
          merged.add(mapping);
        } else {
          reportNoMapping(item);
        }
      }
    } else {
      reportNoMapping(value);
    }
  }

  private void reportNoMapping(YamlNode found) {
    problems.add(
        found.at(),
        "'<<' merges mappings, found " + found.described(),
        "write <<: *name, or <<: [*one, *two], where each names a mapping");
  }

  /** All entries; of keys that come by several merges the first counts. */
  List<YamlMapping.Entry> entries() {
    if (merged.isEmpty()) {
      return List.copyOf(own.values());
    }
    Map<String, YamlMapping.Entry> all = new LinkedHashMap<>(own);
    for (YamlMapping mapping : merged) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        all.putIfAbsent(entry.name(), entry);
      }
    }
    return List.copyOf(all.values());
  }
}
