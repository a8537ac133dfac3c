package dev.homeport.engine.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of JSON that nobody can change any more, and how large it is. Immutable.
 *
 * @param plain Map (in order), List, String, Number, Boolean or null, unmodifiable all the way down
 * @param size about how many characters it has as JSON
 */
public record MeasuredJson(@Nullable Object plain, long size) {

  /** A value that is nested too deep, or too large. */
  public static final class TooMuchException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean tooDeep;

    TooMuchException(boolean tooDeep) {
      super(tooDeep ? "nested too deep" : "too large");
      this.tooDeep = tooDeep;
    }

    /** Whether it is nested too deep; else it is too large. */
    public boolean isTooDeep() {
      return tooDeep;
    }
  }

  /**
   * Copies a value. Counts while it copies, so that what is too large is never copied to its end.
   *
   * @param value plain values of JSON (Map, Iterable, String, Number, Boolean, null); what else it
   *     may be is its text
   * @param mostSize most characters
   */
  public static MeasuredJson of(@Nullable Object value, long mostSize) throws TooMuchException {
    Copy copy = new Copy(mostSize);
    Object plain = copy.of(value, 0);
    return new MeasuredJson(plain, copy.size);
  }

  private static final class Copy {

    /** Digits that surely fit. */
    private static final int LONGEST_LONG = 18;

    private final long most;
    private long size;

    Copy(long most) {
      this.most = most;
    }

    @Nullable Object of(@Nullable Object value, int depth) throws TooMuchException {
      if (depth > Json.MAX_DEPTH) {
        throw new TooMuchException(true);
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
      return value instanceof Number number ? simplest(number) : value.toString();
    }

    /** A whole number is one type, whether it came from YAML or from JSON. */
    private static Number simplest(Number number) {
      boolean isWhole =
          number instanceof BigDecimal decimal
              && decimal.scale() == 0
              && decimal.precision() <= LONGEST_LONG;
      return isWhole ? (Number) number.longValue() : number;
    }

    private Object object(Map<?, ?> map, int depth) throws TooMuchException {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      for (Map.Entry<?, ?> member : map.entrySet()) {
        String name = String.valueOf(member.getKey());
        count(name.length() + 4L);
        members.put(name, of(member.getValue(), depth + 1));
      }
      return Collections.unmodifiableMap(members);
    }

    private Object list(Iterable<?> items, int depth) throws TooMuchException {
      List<@Nullable Object> list = new ArrayList<>();
      for (Object item : items) {
        count(1);
        list.add(of(item, depth + 1));
      }
      return Collections.unmodifiableList(list);
    }

    private void count(long characters) throws TooMuchException {
      size += characters;
      if (size > most) {
        throw new TooMuchException(false);
      }
    }
  }
}
