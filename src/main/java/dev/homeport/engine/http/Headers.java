package dev.homeport.engine.http;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Header fields in the order and case they were written; names are looked up in any case (RFC 9110,
 * 5.1). Immutable.
 */
public abstract sealed class Headers permits FieldHeaders, WrittenHeaders {

  /** One field line. */
  public record Field(String name, String value) {}

  public static Headers of(List<Field> fields) {
    return fields.isEmpty() ? none() : new FieldHeaders(fields.toArray(new Field[0]));
  }

  public static Headers none() {
    return FieldHeaders.NONE;
  }

  /**
   * Gathers fields one by one, without a copy where it was told how many. Confined to one thread,
   * and done with when it has built.
   */
  public static final class Builder {

    private Field[] fields;
    private int size;

    /**
     * Begins without a field.
     *
     * @param expected how many there will be; more than that cost a copy
     */
    public Builder(int expected) {
      this.fields = new Field[expected];
    }

    public void add(Field field) {
      if (size == fields.length) {
        fields = Arrays.copyOf(fields, Math.max(8, size * 2));
      }
      fields[size++] = field;
    }

    public Headers build() {
      if (size == 0) {
        return none();
      }
      return new FieldHeaders(size == fields.length ? fields : Arrays.copyOf(fields, size));
    }
  }

  /** All fields but those of these names; the very same where it has none of them. */
  public Headers without(String... names) {
    boolean hasOne = false;
    for (String name : names) {
      hasOne |= first(name) != null;
    }
    if (!hasOne) {
      return this;
    }
    List<Field> kept = new ArrayList<>(fields());
    for (String name : names) {
      kept.removeIf(field -> field.name().equalsIgnoreCase(name));
    }
    return of(kept);
  }

  /** How many field lines there are. */
  public abstract int size();

  /**
   * One of them.
   *
   * @param index from 0
   */
  public abstract Field field(int index);

  /** The first value of a field, or null. */
  public abstract @Nullable String first(String name);

  /** All of them, in order; a view. */
  public List<Field> fields() {
    return new Fields(this);
  }

  /** Every value of a field, in order; empty when there is none. */
  public List<String> all(String name) {
    List<String> values = null;
    for (int i = 0; i < size(); i++) {
      Field field = field(i);
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
    for (int i = 0; i < size(); i++) {
      String name = field(i).name();
      if (seen.stream().noneMatch(name::equalsIgnoreCase)) {
        seen.add(name);
      }
    }
    return seen;
  }

  private static final class Fields extends AbstractList<Field> implements RandomAccess {

    private final Headers headers;

    Fields(Headers headers) {
      this.headers = headers;
    }

    @Override
    public Field get(int index) {
      return headers.field(index);
    }

    @Override
    public int size() {
      return headers.size();
    }
  }
}
