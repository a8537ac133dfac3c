package dev.homeport.engine.data;

import dev.homeport.engine.json.MeasuredJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A named collection at one moment: a list of records with ids, or one value of any other kind.
 * Immutable: a changed one is another, which shares nearly all with this one; finding, adding,
 * replacing and removing a record cost about the same however many there are.
 */
public final class DataCollection {

  private final String name;
  private final String idField;

  /** By their places: the order of the list. */
  private final IntTrie<DataRecord> records;

  /** By the hash of their ids. */
  private final IntTrie<List<DataRecord>> byId;

  private final int count;
  private final int nextPlace;
  private final NextId nextId;
  private final long size;

  /** Null for a list of records. */
  private final @Nullable MeasuredJson value;

  private DataCollection(
      String name,
      String idField,
      IntTrie<DataRecord> records,
      IntTrie<List<DataRecord>> byId,
      int count,
      int nextPlace,
      NextId nextId,
      long size,
      @Nullable MeasuredJson value) {
    this.name = name;
    this.idField = idField;
    this.records = records;
    this.byId = byId;
    this.count = count;
    this.nextPlace = nextPlace;
    this.nextId = nextId;
    this.size = size;
    this.value = value;
  }

  /** A list without any record. */
  public static DataCollection ofRecords(String name, String idField) {
    return new DataCollection(
        name, idField, IntTrie.empty(), IntTrie.empty(), 0, 0, NextId.first(), 0, null);
  }

  /**
   * One value.
   *
   * @throws DataLimitException when it is too large or nested too deep
   */
  public static DataCollection ofValue(String name, String idField, @Nullable Object value) {
    MeasuredJson copy = DataRecord.measured(value);
    return new DataCollection(
        name, idField, IntTrie.empty(), IntTrie.empty(), 0, 0, NextId.first(), copy.size(), copy);
  }

  public String name() {
    return name;
  }

  /** The field that holds the id of each record. */
  public String idField() {
    return idField;
  }

  /** Whether it is a list of records; else it is one value. */
  public boolean isList() {
    return value == null;
  }

  /** How many records; 0 for one value. */
  public int count() {
    return count;
  }

  /** About how many characters it has as JSON. */
  long size() {
    return size;
  }

  /** All of it as plain JSON: the list of records, or the value. Unmodifiable. */
  public @Nullable Object plain() {
    if (value != null) {
      return value.plain();
    }
    List<Object> plain = new ArrayList<>(count);
    forEach(each -> plain.add(each.members()));
    return Collections.unmodifiableList(plain);
  }

  /** Every record in order. */
  public List<DataRecord> records() {
    List<DataRecord> all = new ArrayList<>(count);
    forEach(all::add);
    return all;
  }

  /** Hands out every record in order. */
  public void forEach(Consumer<? super DataRecord> consumer) {
    records.forEach(consumer);
  }

  /**
   * The record of an id, or null.
   *
   * @param id as text
   */
  public @Nullable DataRecord find(String id) {
    List<DataRecord> sameHash = byId.get(id.hashCode());
    if (sameHash != null) {
      for (DataRecord each : sameHash) {
        if (each.id().equals(id)) {
          return each;
        }
      }
    }
    return null;
  }

  /** The same, which will not give these ids to records that bring none. */
  public DataCollection reserving(Iterable<?> ids) {
    NextId reserved = nextId;
    for (Object id : ids) {
      reserved = DataRecord.idText(id) == null ? reserved : reserved.after(id);
    }
    return new DataCollection(
        name, idField, records, byId, count, nextPlace, reserved, size, value);
  }

  /** The id that a record gets which brings none. */
  public Object nextId(Supplier<String> randoms) {
    Object id = nextId.next(randoms);
    String text = String.valueOf(id);
    return find(text) == null ? id : nextId(randoms); // only a random one can be there
  }

  /**
   * The same with one more record, or another record in the place of the one with its id.
   *
   * @param members plain values of JSON, copied; the id among them
   * @throws DataLimitException when the record is too large or nested too deep
   * @throws IllegalArgumentException when it has no id, or this is no list
   */
  public DataCollection with(Map<String, ?> members) {
    String id = DataRecord.idText(members.get(idField));
    if (id == null || !isList()) {
      throw new IllegalArgumentException("no record with the id field " + idField + ", or no list");
    }
    DataRecord before = find(id);
    int place = before == null ? nextPlace : before.place();
    DataRecord record = DataRecord.of(place, id, members);
    return new DataCollection(
        name,
        idField,
        records.with(place, record),
        byId.with(id.hashCode(), replaced(id, record)),
        before == null ? count + 1 : count,
        before == null ? nextPlace + 1 : nextPlace,
        nextId.after(members.get(idField)),
        size + record.size() - (before == null ? 0 : before.size()),
        null);
  }

  /** The same without one record. */
  public DataCollection without(String id) {
    DataRecord before = find(id);
    if (before == null) {
      return this;
    }
    List<DataRecord> left = replaced(id, null);
    int hash = id.hashCode();
    return new DataCollection(
        name,
        idField,
        records.without(before.place()),
        left.isEmpty() ? byId.without(hash) : byId.with(hash, left),
        count - 1,
        nextPlace,
        nextId,
        size - before.size(),
        null);
  }

  /**
   * Members with an id in the first place: their own, else a new one.
   *
   * @return null when the id that they bring is none
   */
  public @Nullable Map<String, @Nullable Object> identified(
      Map<String, ?> members, Supplier<String> randoms) {
    Object own = members.get(idField);
    if (own == null) {
      return withId(members, nextId(randoms));
    }
    return DataRecord.idText(own) == null ? null : withId(members, own);
  }

  /** Members with this id: in its place, or in the first one where they have none. */
  public Map<String, @Nullable Object> withId(Map<String, ?> members, @Nullable Object id) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    if (!members.containsKey(idField)) {
      all.put(idField, id);
    }
    all.putAll(members);
    all.put(idField, id);
    return all;
  }

  /** Those of one hash, one of them replaced, added or taken out. */
  private List<DataRecord> replaced(String id, @Nullable DataRecord record) {
    List<DataRecord> sameHash = byId.get(id.hashCode());
    List<DataRecord> others = new ArrayList<>(1);
    if (sameHash != null) {
      sameHash.stream().filter(each -> !each.id().equals(id)).forEach(others::add);
    }
    if (record != null) {
      others.add(record);
    }
    return List.copyOf(others);
  }
}
