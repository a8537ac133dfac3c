package dev.homeport.engine.http;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Header fields in the order and case they were written; names are looked up in any case (RFC 9110,
 * 5.1). Immutable.
 */
public final class Headers {

  /** One field line. */
  public record Field(String name, String value) {}

  private static final Headers NONE = new Headers(List.of());

  private final List<Field> fields;

  private Headers(List<Field> fields) {
    this.fields = fields;
  }

  public static Headers of(List<Field> fields) {
    return fields.isEmpty() ? NONE : new Headers(List.copyOf(fields));
  }

  public static Headers none() {
    return NONE;
  }

  public List<Field> fields() {
    return fields;
  }

  /** All fields but those of these names. */
  public Headers without(String... names) {
    List<Field> kept = new ArrayList<>(fields);
    for (String name : names) {
      kept.removeIf(field -> field.name().equalsIgnoreCase(name));
    }
    return kept.size() == fields.size() ? this : of(kept);
  }

  /** The first value of a field, or null. */
  public @Nullable String first(String name) {
    for (Field field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        return field.value();
      }
    }
    return null;
  }

  /** Every value of a field, in order; empty when there is none. */
  public List<String> all(String name) {
    List<String> values = null;
    for (Field field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        if (values == null) {
          values = new ArrayList<>(1);
        }
        values.add(field.value());
      }
    }
    return values == null ? List.of() : values;
  }

  /** The names in order of first appearance, as written. */
  public Set<String> names() {
    Set<String> seen = new LinkedHashSet<>();
    for (Field field : fields) {
      if (seen.stream().noneMatch(field.name()::equalsIgnoreCase)) {
        seen.add(field.name());
      }
    }
    return seen;
  }
}
