package dev.homeport.engine.crud;

import dev.homeport.engine.data.DataRecord;
import dev.homeport.engine.http.NamedValues;
import dev.homeport.engine.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code _sort=-views,title}, or {@code _sort=views,title&_order=desc,asc}: numbers before texts
 * before all else, what is missing last; records that are equal stay in order. Immutable.
 *
 * @param keys the first counts most
 */
record SortOrder(List<Key> keys) implements Comparator<DataRecord> {

  private record Key(String field, boolean isDescending) {}

  /** Most fields that a list is sorted by. */
  private static final int MOST = 20;

  static SortOrder of(NamedValues query) throws RefusedException {
    List<String> fields = items(query.all("_sort"));
    List<String> orders = items(query.all("_order"));
    if (fields.size() > MOST) {
      throw ListQuery.refused("The query sorts by more than " + MOST + " fields");
    }
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      String field = fields.get(i);
      String order = i < orders.size() ? orders.get(i) : "asc";
      if (!order.equals("asc") && !order.equals("desc")) {
        throw ListQuery.bad("_order", order, "asc or desc");
      }
      boolean hasMinus = field.startsWith("-");
      keys.add(new Key(hasMinus ? field.substring(1) : field, hasMinus ^ order.equals("desc")));
    }
    return new SortOrder(keys);
  }

  static List<String> items(List<String> values) {
    return values.stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  @Override
  public int compare(DataRecord a, DataRecord b) {
    for (Key key : keys) {
      int order = compare(a.field(key.field()), b.field(key.field()), key.isDescending());
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compare(@Nullable Object a, @Nullable Object b, boolean isDescending) {
    if (a == null || b == null) {
      return Boolean.compare(a == null, b == null);
    }
    int order = ascending(a, b);
    return isDescending ? -order : order;
  }

  private static int ascending(Object a, Object b) {
    if (a instanceof Number x && b instanceof Number y) {
      BigDecimal first = Json.decimal(x);
      BigDecimal second = Json.decimal(y);
      return first == null || second == null ? 0 : first.compareTo(second);
    }
    int byKind = Integer.compare(rank(a), rank(b));
    return byKind != 0 ? byKind : text(a).compareTo(text(b));
  }

  private static int rank(Object value) {
    return value instanceof Number ? 0 : value instanceof String ? 1 : 2;
  }

  private static String text(Object value) {
    return value instanceof String text ? text : Json.write(value);
  }
}
