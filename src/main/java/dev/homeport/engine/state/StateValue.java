package dev.homeport.engine.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One value of the state: plain JSON that nobody can change any more. Immutable.
 *
 * @param plain Map (in order), List, String, Number, Boolean or null, unmodifiable all the way down
 * @param size about how many characters it has as JSON
 */
record StateValue(@Nullable Object plain, long size) {

  /**
   * Copies a value.
   *
   * @param value plain values of JSON
   * @throws StateLimitException when it is nested deeper than {@link State#MAX_DEPTH}, or larger
   *     than {@link State#MAX_SIZE}
   */
  static StateValue of(@Nullable Object value) {
    Copy copy = new Copy();
    Object plain = copy.of(value, 0);
    return new StateValue(plain, copy.size);
  }

  /** Counts while it copies, so that what is too large is never copied to its end. */
  private static final class Copy {

    private long size;

    @Nullable Object of(@Nullable Object value, int depth) {
      if (depth > State.MAX_DEPTH) {
        throw new StateLimitException(
            "the value is nested deeper than " + State.MAX_DEPTH + " levels");
      }
      if (value instanceof Map<?, ?> map) {
        count(2);
        return object(map, depth);
      } else if (value instanceof Iterable<?> items) {
        count(2);
        return list(items, depth);
      } else if (value == null || value instanceof Boolean) {
        count(5);
        return value;
      }
      count(value.toString().length() + 2L);
      return value instanceof Number ? value : value.toString();
    }

    private Object object(Map<?, ?> map, int depth) {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      map.forEach(
          (key, member) -> {
            String name = String.valueOf(key);
            count(name.length() + 4L);
            members.put(name, of(member, depth + 1));
          });
      return Collections.unmodifiableMap(members);
    }

    private Object list(Iterable<?> items, int depth) {
      List<@Nullable Object> list = new ArrayList<>();
      for (Object item : items) {
        count(1);
        list.add(of(item, depth + 1));
      }
      return Collections.unmodifiableList(list);
    }

    private void count(long characters) {
      size += characters;
      if (size > State.MAX_SIZE) {
        throw State.tooLarge();
      }
    }
  }
}
