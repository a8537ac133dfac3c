package dev.homeport.engine.data;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every collection at one moment. Immutable: changed data are others, which share nearly all with
 * these.
 */
public final class Data {

  /** Most records of all collections together. */
  public static final int MAX_RECORDS = 100_000;

  /** Most characters of all collections together, as JSON: 32 Mi. */
  public static final long MAX_SIZE = 32L << 20;

  private static final String HOW_TO_GO_ON =
      " (remove what is done with; a reset brings the seeds back)";

  private static final Data NONE = new Data(Map.of());

  private final Map<String, DataCollection> collections;

  private Data(Map<String, DataCollection> collections) {
    this.collections = collections;
  }

  /** Without any collection. */
  public static Data none() {
    return NONE;
  }

  /** The names of the collections, in the order in which they came. */
  public Set<String> names() {
    return collections.keySet();
  }

  /** A collection by its name, or null. */
  public @Nullable DataCollection find(String name) {
    return collections.get(name);
  }

  public Collection<DataCollection> all() {
    return collections.values();
  }

  /**
   * The same, but for one collection.
   *
   * @throws DataLimitException when there would be too many records, or too much of them
   */
  public Data with(DataCollection changed) {
    Map<String, DataCollection> all = new LinkedHashMap<>(collections);
    DataCollection before = all.put(changed.name(), changed);
    boolean grows =
        before == null || changed.count() > before.count() || changed.size() > before.size();
    if (grows) {
      check(all);
    }
    return new Data(Collections.unmodifiableMap(all));
  }

  /** The same without those collections of which the names are not given. */
  public Data only(Set<String> names) {
    Map<String, DataCollection> some = new LinkedHashMap<>(collections);
    some.keySet().retainAll(names);
    return some.size() == collections.size() ? this : new Data(Collections.unmodifiableMap(some));
  }

  private static void check(Map<String, DataCollection> all) {
    long records = 0;
    long size = 0;
    for (DataCollection each : all.values()) {
      records += each.count();
      size += each.size();
    }
    if (records > MAX_RECORDS) {
      throw new DataLimitException(
          "there would be more than " + MAX_RECORDS + " records" + HOW_TO_GO_ON);
    } else if (size > MAX_SIZE) {
      throw tooLarge();
    }
  }

  static DataLimitException tooLarge() {
    return new DataLimitException(
        "the data would be larger than " + (MAX_SIZE >> 20) + " MiB" + HOW_TO_GO_ON);
  }
}
