package dev.homeport.engine.answer;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.data.Data;
import dev.homeport.engine.data.DataCollection;
import dev.homeport.engine.data.DataLimitException;
import dev.homeport.engine.data.DataRecord;
import dev.homeport.engine.template.JsonTemplate;
import dev.homeport.engine.template.Scope;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code save}: records that an answer puts into collections. One with an id that is there has its
 * members put over those of that record; any other is new, and without an id it gets one.
 * Immutable, safe to share.
 *
 * @param parts done in this order
 */
public record SavePlan(List<Part> parts) {

  private static final String KEY = "save";

  /**
   * What is saved into one collection.
   *
   * @param value a record, or a list of records; for a collection that is one value, its members
   */
  public record Part(String collection, JsonTemplate value, Location at) {}

  public SavePlan {
    parts = List.copyOf(parts);
  }

  /** The data that follow those that the request sees. All templates see those. */
  Data after(Scope scope) throws UnsendableException {
    Data after = scope.data();
    for (Part part : parts) {
      DataCollection collection = after.find(part.collection());
      if (collection == null) {
        throw missing(KEY, part.collection(), part.at());
      }
      try {
        Object value = part.value().value(scope);
        after = after.with(saved(collection, value, part.at(), scope));
      } catch (DataLimitException e) {
        throw new UnsendableException(KEY, part.at(), String.valueOf(e.getMessage()));
      }
    }
    return after;
  }

  private static DataCollection saved(
      DataCollection into, @Nullable Object value, Location at, Scope scope)
      throws UnsendableException {
    if (!into.isList()) {
      return DataCollection.ofValue(into.name(), into.idField(), over(into.plain(), value));
    }
    DataCollection all = into;
    for (Object each : value instanceof List<?> list ? list : Collections.singletonList(value)) {
      if (!(each instanceof Map<?, ?> members)) {
        throw new UnsendableException(KEY, at, "what goes into " + into.name() + " is no record");
      }
      Map<String, ?> identified = all.identified(named(members), scope::newId);
      if (identified == null) {
        String id = all.idField();
        throw new UnsendableException(KEY, at, "the " + id + " is no text and no number");
      }
      String id = DataRecord.idText(identified.get(all.idField()));
      DataRecord before = id == null ? null : all.find(id);
      all = all.with(before == null ? identified : merged(before, members, all.idField()));
    }
    return all;
  }

  /** The id stays of the type that it has. */
  private static Map<String, ?> merged(DataRecord before, Map<?, ?> members, String idField) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(before.members());
    all.putAll(named(members));
    all.put(idField, before.members().get(idField));
    return all;
  }

  /** The members of one object put over those of another; anything else takes its place. */
  private static @Nullable Object over(@Nullable Object before, @Nullable Object value) {
    if (!(before instanceof Map<?, ?> old) || !(value instanceof Map<?, ?> members)) {
      return value;
    }
    Map<String, @Nullable Object> all = named(old);
    all.putAll(named(members));
    return all;
  }

  private static Map<String, @Nullable Object> named(Map<?, ?> map) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    map.forEach((name, member) -> named.put(String.valueOf(name), member));
    return named;
  }

  /** Its file has a problem, or was taken away while another that names it went on serving. */
  static UnsendableException missing(String key, String collection, Location at) {
    return new UnsendableException(
        key, at, "the collection '" + collection + "' is not served: its file has a problem");
  }
}
