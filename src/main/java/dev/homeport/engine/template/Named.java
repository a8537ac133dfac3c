package dev.homeport.engine.template;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A map over something that has names: a name is looked up without listing the others. Confined to
 * the thread of its request.
 */
final class Named extends AbstractMap<String, @Nullable Object> {

  private final Supplier<? extends Collection<String>> names;
  private final Function<String, @Nullable Object> lookup;
  private @Nullable Map<String, @Nullable Object> listed;

  Named(Supplier<? extends Collection<String>> names, Function<String, @Nullable Object> lookup) {
    this.names = names;
    this.lookup = lookup;
  }

  /** The value without any tie to the request; what is no such map is itself. */
  static @Nullable Object untied(@Nullable Object value) {
    if (value instanceof Named named) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      named.forEach((name, member) -> copy.put(name, untied(member)));
      return copy;
    }
    if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Named) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(untied(item)));
      return copy;
    }
    return value;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    return key instanceof String name ? lookup.apply(name) : null;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null || super.containsKey(key);
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    Map<String, @Nullable Object> all = listed;
    if (all == null) {
      all = new LinkedHashMap<>();
      for (String name : names.get()) {
        all.put(name, lookup.apply(name));
      }
      listed = all;
    }
    return all.entrySet();
  }
}
