package dev.homeport.engine.crud;

import dev.homeport.diagnostic.Suggestion;
import dev.homeport.engine.data.Data;
import dev.homeport.engine.data.DataCollection;
import dev.homeport.engine.data.DataRecord;
import dev.homeport.engine.http.NamedValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records with what belongs to them: {@code _embed=comments} their children (records of another
 * collection with the field {@code postId}), {@code _expand=post} or {@code _embed=post} their
 * parent (the record whose id stands in {@code postId}). For one request.
 */
final class Embedding {

  /** Most relations that are followed for one request. */
  private static final int MOST = 10;

  /** What is put into a record under a name. */
  @FunctionalInterface
  private interface Relation {
    @Nullable Object of(DataRecord record);
  }

  private final Map<String, Relation> relations = new LinkedHashMap<>();

  private Embedding() {}

  /**
   * Reads {@code _embed} and {@code _expand}.
   *
   * @param all of which the records are
   * @throws RefusedException for a name that leads nowhere
   */
  static Embedding of(NamedValues query, DataCollection all, Data data) throws RefusedException {
    Embedding embedding = new Embedding();
    List<String> names =
        Stream.concat(query.all("_embed").stream(), query.all("_expand").stream()).toList();
    for (String name : SortOrder.items(names)) {
      embedding.relations.put(name, relation(name, all, data));
    }
    if (embedding.relations.size() > MOST) {
      throw ListQuery.refused("The query embeds more than " + MOST + " relations");
    }
    return embedding;
  }

  private static Relation relation(String name, DataCollection all, Data data)
      throws RefusedException {
    DataCollection children = data.find(name);
    if (children != null && children.isList()) {
      return children(children, all);
    }
    List<String> known = new ArrayList<>(data.names());
    for (DataCollection parents : data.all()) {
      List<String> singulars = singulars(parents.name());
      known.addAll(singulars);
      if (parents.isList() && singulars.contains(name)) {
        return record -> parent(record, name + "Id", parents);
      }
    }
    String near = Suggestion.nearest(name, known);
    throw ListQuery.refused(
        "The query embeds "
            + Resource.shown(name)
            + ", which is no collection, nor the singular of one"
            + (near == null ? "" : " (did you mean '" + near + "'?)"));
  }

  private static Relation children(DataCollection children, DataCollection parents) {
    List<DataRecord> records = children.records();
    List<String> keys = singulars(parents.name()).stream().map(each -> each + "Id").toList();
    String key =
        keys.stream()
            .filter(each -> records.stream().anyMatch(record -> record.has(each)))
            .findFirst()
            .orElse(keys.get(0));
    Map<String, List<Object>> byParent = new HashMap<>();
    for (DataRecord record : records) {
      String parent = DataRecord.idText(record.field(key));
      if (parent != null) {
        byParent.computeIfAbsent(parent, any -> new ArrayList<>()).add(record.members());
      }
    }
    return record -> byParent.getOrDefault(record.id(), List.of());
  }

  private static @Nullable Object parent(DataRecord record, String key, DataCollection parents) {
    String id = DataRecord.idText(record.field(key));
    DataRecord parent = id == null ? null : parents.find(id);
    return parent == null ? null : parent.members();
  }

  /** The record as it is sent. */
  Object around(DataRecord record) {
    if (relations.isEmpty()) {
      return record.members();
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>(record.members());
    relations.forEach((name, relation) -> members.put(name, relation.of(record)));
    return members;
  }

  /** What one of many may be called: {@code movies} a {@code movie} or a {@code movy}. */
  private static List<String> singulars(String plural) {
    List<String> singulars = new ArrayList<>();
    if (plural.endsWith("s") && plural.length() > 1) {
      singulars.add(plural.substring(0, plural.length() - 1));
    }
    if (plural.endsWith("ies")) {
      singulars.add(plural.substring(0, plural.length() - 3) + "y");
    } else if (plural.endsWith("es")) {
      singulars.add(plural.substring(0, plural.length() - 2));
    }
    singulars.add(plural);
    return singulars;
  }
}
