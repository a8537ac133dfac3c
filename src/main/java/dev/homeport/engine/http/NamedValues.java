package dev.homeport.engine.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names with one or more values each, in the order of the request: the query, the fields of a form,
 * the cookies. Names are case-sensitive, nothing is deduplicated; {@code a} and {@code a=} are both
 * present and empty. Immutable.
 */
public final class NamedValues {

  private static final NamedValues NONE = new NamedValues(Map.of());

  private final Map<String, List<String>> values;

  private NamedValues(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * @param values in order of first appearance; not copied, the caller gives it away
   */
  static NamedValues of(Map<String, List<String>> values) {
    return values.isEmpty() ? NONE : new NamedValues(values);
  }

  public static NamedValues none() {
    return NONE;
  }

  public Set<String> names() {
    return values.keySet();
  }

  /** The first value, or null when the name is absent. */
  public @Nullable String first(String name) {
    List<String> all = values.get(name);
    return all == null ? null : all.get(0);
  }

  /** Every value in order; empty when the name is absent. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }
}
