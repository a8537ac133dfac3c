package dev.homeport.engine.answer;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.data.Data;
import dev.homeport.engine.data.DataCollection;
import dev.homeport.engine.data.DataRecord;
import dev.homeport.engine.data.Fields;
import dev.homeport.engine.template.JsonTemplate;
import dev.homeport.engine.template.Scope;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code remove}: records that an answer takes out of collections, those of which all fields are as
 * it says. Immutable, safe to share.
 *
 * @param parts done in this order
 */
public record RemovePlan(List<Part> parts) {

  private static final String KEY = "remove";

  /**
   * What is removed from one collection.
   *
   * @param fields at least one
   */
  public record Part(String collection, Map<String, JsonTemplate> fields, Location at) {

    public Part {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  public RemovePlan {
    parts = List.copyOf(parts);
  }

  /** The data that follow those that the request sees. All templates see those. */
  Data after(Scope scope) throws UnsendableException {
    Data after = scope.data();
    for (Part part : parts) {
      DataCollection collection = after.find(part.collection());
      if (collection == null) {
        throw SavePlan.missing(KEY, part.collection(), part.at());
      } else if (!collection.isList()) {
        String what = "the collection '" + part.collection() + "' is one value, no list of records";
        throw new UnsendableException(KEY, part.at(), what);
      }
      Map<String, @Nullable Object> wanted = new LinkedHashMap<>();
      part.fields().forEach((name, value) -> wanted.put(name, value.value(scope)));
      DataCollection left = without(collection, wanted);
      after = left.count() == collection.count() ? after : after.with(left);
    }
    return after;
  }

  private static DataCollection without(
      DataCollection collection, Map<String, @Nullable Object> wanted) {
    String id = DataRecord.idText(wanted.get(collection.idField()));
    if (id != null) {
      DataRecord record = collection.find(id);
      return record != null && fits(record, wanted) ? collection.without(id) : collection;
    }
    DataCollection left = collection;
    for (DataRecord record : collection.records()) {
      left = fits(record, wanted) ? left.without(record.id()) : left;
    }
    return left;
  }

  private static boolean fits(DataRecord record, Map<String, @Nullable Object> wanted) {
    for (Map.Entry<String, @Nullable Object> each : wanted.entrySet()) {
      if (!record.has(each.getKey())
          || !Fields.alike(record.field(each.getKey()), each.getValue())) {
        return false;
      }
    }
    return true;
  }
}
