package dev.homeport.engine.data;

import dev.homeport.engine.json.Json;
import dev.homeport.engine.json.MeasuredJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of a collection. Immutable.
 *
 * @param place in the order of the collection: that of an earlier record is lower
 * @param id as text: {@code 7} and {@code "7"} are one
 * @param members plain values of JSON, unmodifiable all the way down, the id among them
 * @param size about how many characters it has as JSON
 */
public record DataRecord(int place, String id, Map<String, @Nullable Object> members, long size) {

  /** What one record may have: a record of that size is none, and all together are bounded. */
  static final long MAX_SIZE = Data.MAX_SIZE;

  /** Longest id, in characters: it stands in paths. */
  public static final int MAX_ID = 1_000;

  /**
   * Copies a record.
   *
   * @param id as text
   * @throws DataLimitException when it is nested too deep or too large
   */
  @SuppressWarnings("unchecked") // the copy of a map has texts as keys
  static DataRecord of(int place, String id, Map<String, ?> members) {
    MeasuredJson copy = measured(members);
    Map<String, @Nullable Object> plain = (Map<String, @Nullable Object>) copy.plain();
    return new DataRecord(place, id, plain == null ? Map.of() : plain, copy.size());
  }

  static MeasuredJson measured(@Nullable Object value) {
    try {
      return MeasuredJson.of(value, MAX_SIZE);
    } catch (MeasuredJson.TooMuchException e) {
      throw e.isTooDeep()
          ? new DataLimitException("the value is nested deeper than " + Json.MAX_DEPTH + " levels")
          : Data.tooLarge();
    }
  }

  /**
   * The text by which a value is an id, or null when it is none: ids are numbers and texts of 1 to
   * {@link #MAX_ID} characters.
   */
  public static @Nullable String idText(@Nullable Object value) {
    String text =
        value instanceof String string
            ? string
            : value instanceof Number number ? Json.plain(number) : null;
    return text == null || text.isEmpty() || text.length() > MAX_ID ? null : text;
  }

  /**
   * The value of a field, or null for JSON's null and for none.
   *
   * @param name of a member; else a path through objects, {@code address.city}
   */
  public @Nullable Object field(String name) {
    return Fields.get(members, name);
  }

  /** Whether there is such a field; see {@link #field}. */
  public boolean has(String name) {
    return Fields.has(members, name);
  }
}
