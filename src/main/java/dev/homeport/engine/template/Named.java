package dev.homeport.engine.template;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.LinkedHashMap;
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
