package dev.homeport.engine.crud;

import dev.homeport.diagnostic.Suggestion;
import dev.homeport.engine.answer.DataStep.Outcome;
import dev.homeport.engine.data.Data;
import dev.homeport.engine.data.DataCollection;
import dev.homeport.engine.data.DataRecord;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.NamedValues;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.template.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a list, in the language of json-server, both of 0.17 and of 1.0: filters, {@code
 * q}, {@code _sort}, pages, {@code _embed}. A value that is none is refused, not passed over.
 */
final class ListQuery {

  private static final Set<String> WORDS =
      Set.of(
          "_sort",
          "_order",
          "_page",
          "_limit",
          "_per_page",
          "_start",
          "_end",
          "_embed",
          "_expand",
          "q");

  /** What libraries put there against caches. */
  private static final String CACHE_BUSTER = "_";

  private final DataCollection all;
  private final List<Filter> filters = new ArrayList<>();
  private final List<String> search = new ArrayList<>();
  private final SortOrder order;
  private final Page page;
  private final Embedding embedding;

  private ListQuery(NamedValues query, DataCollection all, Data data) throws RefusedException {
    this.all = all;
    for (String name : query.names()) {
      if (!WORDS.contains(name) && !name.equals(CACHE_BUSTER)) {
        filters.add(filter(name, query.all(name)));
      }
    }
    query.all("q").forEach(text -> search.add(text.toLowerCase(Locale.ROOT)));
    order = SortOrder.of(query);
    page = Page.of(query);
    embedding = Embedding.of(query, all, data);
  }

  /**
   * Reads a query.
   *
   * @throws RefusedException a 400 that says what is wrong with it
   */
  static ListQuery of(Request request, DataCollection all, Data data) throws RefusedException {
    return new ListQuery(request.query(), all, data);
  }

  private Filter filter(String name, List<String> values) throws RefusedException {
    Filter filter = Filter.of(name, values, all);
    boolean isWord = name.startsWith("_") && !filter.field().equals(all.idField());
    if (isWord && !Filter.isField(filter.field(), all)) {
      String near = Suggestion.nearest(name, WORDS);
      throw refused(
          "The query has "
              + Resource.shown(name)
              + ", which is no word of lists and no field of "
              + all.name()
              + (near == null ? "" : " (did you mean '" + near + "'?)"));
    }
    return filter;
  }

  Outcome answer(Resource resource, Scope scope) {
    List<DataRecord> found = new ArrayList<>();
    all.forEach(
        record -> {
          if (resource.holds(record, scope) && fits(record)) {
            found.add(record);
          }
        });
    if (!order.isEmpty()) {
      found.sort(order);
    }
    int total = found.size();
    List<Object> records = new ArrayList<>();
    for (DataRecord record : found.subList(page.from(total), page.to(total))) {
      records.add(embedding.around(record));
    }
    List<Field> headers = new ArrayList<>();
    headers.add(new Field("X-Total-Count", Integer.toString(total)));
    headers.addAll(page.headers(scope.request(), total));
    return Representation.of(page.around(records, total))
        .outcome(200, scope.data(), headers.toArray(new Field[0]));
  }

  private boolean fits(DataRecord record) {
    for (Filter filter : filters) {
      if (!filter.fits(record)) {
        return false;
      }
    }
    for (String text : search) {
      if (!contains(record.members(), text)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text is in any value, however deep. */
  private static boolean contains(@Nullable Object value, String text) {
    if (value instanceof Map<?, ?> map) {
      return contains(map.values(), text);
    } else if (value instanceof Collection<?> items) {
      for (Object item : items) {
        if (contains(item, text)) {
          return true;
        }
      }
      return false;
    }
    return value != null && value.toString().toLowerCase(Locale.ROOT).contains(text);
  }

  /** A whole number that a query has, or another when it has none. */
  static int number(NamedValues query, String name, int least, int otherwise)
      throws RefusedException {
    String text = query.first(name);
    if (text == null) {
      return otherwise;
    }
    boolean isWhole =
        !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!isWhole || Integer.parseInt(text) < least) {
      throw bad(name, text, "a whole number from " + least);
    }
    return Integer.parseInt(text);
  }

  static RefusedException bad(String name, String value, String expected) {
    return refused(
        "The query has " + name + "=" + shownValue(value) + ", which is not " + expected);
  }

  private static String shownValue(String value) {
    String quoted = Resource.shown(value);
    return quoted.substring(1, quoted.length() - 1);
  }

  static RefusedException refused(String what) {
    return new RefusedException(400, "Bad query", what + ".");
  }
}
