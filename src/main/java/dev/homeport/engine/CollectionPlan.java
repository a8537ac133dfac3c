package dev.homeport.engine;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.data.DataCollection;
import dev.homeport.engine.data.DataRecord;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.state.Memory;
import dev.homeport.engine.state.Moment;
import dev.homeport.engine.template.JsonTemplate;
import dev.homeport.engine.template.RenderException;
import dev.homeport.engine.template.Scope;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A collection as an author declares it. Immutable, safe to share.
 *
 * @param at where its name stands
 * @param idField the field that holds the id of each record
 * @param isList whether it is a list of records; else it is one value
 * @param seed what it begins with; sees vars, but no request
 * @param vars that the seed sees
 * @param version equal while the declaration, and the file that it names, say the same
 * @param isRewritten whether this program has written that file meanwhile, so that what it held at
 *     first is another beginning now
 */
public record CollectionPlan(
    Location at,
    String name,
    String idField,
    boolean isList,
    JsonTemplate seed,
    List<Scope.Var> vars,
    String version,
    boolean isRewritten) {

  public CollectionPlan {
    vars = List.copyOf(vars);
  }

  /** Whether it begins as another does, so that live data need not begin again. */
  public boolean beginsAs(CollectionPlan other) {
    return version.equals(other.version)
        || (!isRewritten
            && seed instanceof JsonTemplate.Constant mine
            && other.seed instanceof JsonTemplate.Constant its
            && Json.write(mine.constant()).equals(Json.write(its.constant()))
            && idField.equals(other.idField)
            && isList == other.isList);
  }

  /**
   * Renders the seed.
   *
   * @throws IllegalArgumentException when it gives no such collection, or a template fails; the
   *     message completes a line after a place
   */
  public DataCollection begin(EngineOptions options) {
    RouteChance chance = new RouteChance(options.seed(), "data " + name);
    Memory memory = Memory.of(Moment.empty());
    RunKey key = new RunKey(options.seed());
    Scope scope =
        Scope.of(nobody(), Map.of(), null, options.clock(), chance, memory, key).withVars(vars);
    try {
      return of(seed.value(scope), scope::newId);
    } catch (RenderException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** A seed is rendered before anybody asks. */
  private static Request nobody() {
    InetAddress client = InetAddress.getLoopbackAddress();
    return new Request("GET", "/", Headers.none(), new byte[0], "http", client);
  }

  /**
   * The collection with what a seed, or a program, gives.
   *
   * @param ids makes random ids
   * @throws IllegalArgumentException when it is no such collection, saying why
   */
  DataCollection of(@Nullable Object value, Supplier<String> ids) {
    if (!isList) {
      return DataCollection.ofValue(name, idField, value);
    }
    if (!(value instanceof List<?> items)) {
      throw new IllegalArgumentException("'" + name + "' is a list of records");
    }
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    List<@Nullable Object> own = new ArrayList<>();
    for (Object item : items) {
      if (!(item instanceof Map<?, ?> members)) {
        String where = "item " + (records.size() + 1) + " of '" + name + "'";
        throw new IllegalArgumentException(where + " is no record, an object of names to values");
      }
      Map<String, @Nullable Object> record = new LinkedHashMap<>();
      members.forEach((key, member) -> record.put(String.valueOf(key), member));
      records.add(record);
      own.add(record.get(idField));
    }
    DataCollection all = DataCollection.ofRecords(name, idField).reserving(own);
    for (int i = 0; i < records.size(); i++) {
      all = with(all, records.get(i), "item " + (i + 1) + " of '" + name + "'", ids);
    }
    return all;
  }

  private DataCollection with(
      DataCollection all,
      Map<String, @Nullable Object> record,
      String where,
      Supplier<String> ids) {
    Map<String, @Nullable Object> whole = all.identified(record, ids);
    String id = whole == null ? null : DataRecord.idText(whole.get(idField));
    if (whole == null || id == null) {
      throw new IllegalArgumentException(
          where
              + ": its "
              + idField
              + " is no number, and no text of 1 to "
              + DataRecord.MAX_ID
              + " characters");
    } else if (all.find(id) != null) {
      throw new IllegalArgumentException(
          where + " has the " + idField + " '" + id + "', as one before it");
    }
    return all.with(whole);
  }
}
