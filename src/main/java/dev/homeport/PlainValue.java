package dev.homeport;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of a program as the plain values of JSON. */
final class PlainValue {

  private PlainValue() {}

  /**
   * Null, texts, numbers and booleans as they are; maps, lists, arrays and records with what is in
   * them; an empty {@link Optional} as null, enums by name, and what else prints as a text of JDK
   * types ({@code UUID}, {@code Instant}) as that text.
   *
   * @throws IllegalArgumentException for a class of its own that is none of these
   */
  static @Nullable Object of(@Nullable Object value) {
    if (value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean) {
      return value;
    } else if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      map.forEach((name, member) -> members.put(String.valueOf(name), of(member)));
      return members;
    } else if (value instanceof Iterable<?> items) {
      List<@Nullable Object> list = new ArrayList<>();
      items.forEach(item -> list.add(of(item)));
      return list;
    } else if (value instanceof Optional<?> optional) {
      return of(optional.orElse(null));
    } else if (value instanceof Enum<?> word) {
      return word.name();
    } else if (value.getClass().isArray()) {
      List<@Nullable Object> list = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        list.add(of(Array.get(value, i)));
      }
      return list;
    } else if (value.getClass().isRecord()) {
      return members(value);
    } else if (value instanceof CharSequence || value.getClass().getName().startsWith("java.")) {
      return value.toString();
    }
    throw new IllegalArgumentException(
        "a "
            + value.getClass().getName()
            + " is no JSON: write a map, a list, a record, or JSON text");
  }

  private static Map<String, @Nullable Object> members(Object record) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true); // of a record that is private to a test
        members.put(component.getName(), of(component.getAccessor().invoke(record)));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalArgumentException("the record " + record + " cannot be read", e);
      }
    }
    return members;
  }
}
