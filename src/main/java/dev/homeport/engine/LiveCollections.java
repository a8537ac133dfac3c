package dev.homeport.engine;

import dev.homeport.engine.data.Data;
import dev.homeport.engine.data.DataCollection;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The collections that are declared, by name. Immutable. */
record LiveCollections(Map<String, CollectionPlan> plans) {

  LiveCollections {
    plans = Collections.unmodifiableMap(new LinkedHashMap<>(plans));
  }

  static LiveCollections none() {
    return new LiveCollections(Map.of());
  }

  static LiveCollections of(Collection<CollectionPlan> plans) {
    Map<String, CollectionPlan> byName = new LinkedHashMap<>();
    plans.forEach(plan -> byName.put(plan.name(), plan));
    return new LiveCollections(byName);
  }

  /** These with others over them. */
  LiveCollections under(LiveCollections others) {
    Map<String, CollectionPlan> all = new LinkedHashMap<>(plans);
    all.putAll(others.plans);
    return new LiveCollections(all);
  }

  Set<String> names() {
    return plans.keySet();
  }

  /**
   * What each begins with.
   *
   * @throws IllegalArgumentException when a seed cannot be rendered
   */
  Data begin(EngineOptions options) {
    Data data = Data.none();
    for (CollectionPlan plan : plans.values()) {
      data = data.with(plan.begin(options));
    }
    return data;
  }

  /** Those that do not begin as they did before: new ones, and those with another seed. */
  LiveCollections changedSince(LiveCollections before) {
    Map<String, CollectionPlan> changed = new LinkedHashMap<>(plans);
    changed
        .values()
        .removeIf(
            plan -> {
              CollectionPlan known = before.plans.get(plan.name());
              return known != null && plan.beginsAs(known);
            });
    return new LiveCollections(changed);
  }

  /**
   * Puts collections in the place of those of the same names, except where others lie over them.
   */
  static Data put(Data into, Data begun, LiveCollections over) {
    Data all = into;
    for (DataCollection each : begun.all()) {
      all = over.plans.containsKey(each.name()) ? all : all.with(each);
    }
    return all;
  }

  List<CollectionPlan> all() {
    return List.copyOf(plans.values());
  }
}
