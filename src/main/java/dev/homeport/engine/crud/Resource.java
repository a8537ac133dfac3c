package dev.homeport.engine.crud;

import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.VisibleText;
import dev.homeport.engine.data.DataCollection;
import dev.homeport.engine.data.DataRecord;
import dev.homeport.engine.data.Fields;
import dev.homeport.engine.template.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A collection as a route serves it. Immutable.
 *
 * @param collection its name
 * @param fields variables of the path that are fields of the records: those of {@code
 *     /posts/{postId}/comments}
 * @param idVariable the variable of the path that is the id of one record
 * @param at the key of the route
 */
public record Resource(String collection, List<String> fields, String idVariable, Location at) {

  private static final int SHOWN = 100;

  public Resource {
    fields = List.copyOf(fields);
  }

  /**
   * The collection as the request sees it.
   *
   * @param asList whether it must be a list of records; else one value
   */
  DataCollection in(Scope scope, boolean asList) throws RefusedException {
    DataCollection found = scope.data().find(collection);
    if (found == null || found.isList() != asList) {
      throw new RefusedException(
          500,
          "The mock cannot answer",
          at + ": the collection '" + collection + "' is not served: its file has a problem");
    }
    return found;
  }

  /** Whether a record lies below the path that was asked. */
  boolean holds(DataRecord record, Scope scope) {
    for (String field : fields) {
      if (!Fields.alike(record.field(field), scope.path().get(field))) {
        return false;
      }
    }
    return true;
  }

  /** The record that the path names. */
  DataRecord record(DataCollection all, Scope scope) throws RefusedException {
    String id = String.valueOf(scope.path().get(idVariable));
    DataRecord record = all.find(id);
    if (record == null || !holds(record, scope)) {
      String where = fields.isEmpty() ? "" : " with " + shownFields(scope);
      throw new RefusedException(
          404,
          "No such record",
          "The collection '"
              + collection
              + "' has no record with the "
              + all.idField()
              + " "
              + shown(id)
              + where
              + ".");
    }
    return record;
  }

  /**
   * Members with the fields that the path says, of the type that the other records have them in.
   *
   * @throws RefusedException when they say something else
   */
  Map<String, @Nullable Object> placed(
      Map<String, @Nullable Object> members, DataCollection all, Scope scope)
      throws RefusedException {
    if (fields.isEmpty()) {
      return members;
    }
    Map<String, @Nullable Object> placed = new LinkedHashMap<>(members);
    for (String field : fields) {
      String wanted = String.valueOf(scope.path().get(field));
      Object own = members.get(field);
      if (own != null && !Fields.alike(own, wanted)) {
        throw differs(field, own, wanted);
      } else if (own == null) {
        placed.put(field, typed(field, wanted, all));
      }
    }
    return placed;
  }

  static RefusedException differs(String field, Object found, String inPath) {
    return new RefusedException(
        422,
        "Another " + field,
        "The "
            + field
            + " is "
            + shown(inPath)
            + " in the path, and in the body "
            + shown(found)
            + " (leave it out of the body).");
  }

  /** A number, if the records have numbers there, or no record has the field yet. */
  private static Object typed(String field, String text, DataCollection all) {
    Optional<DataRecord> first =
        all.records().stream().filter(record -> record.field(field) != null).findFirst();
    boolean asNumber = first.map(record -> record.field(field) instanceof Number).orElse(true);
    boolean isWhole = text.matches("0|[1-9][0-9]{0,17}");
    return asNumber && isWhole ? (Object) Long.valueOf(text) : text;
  }

  private String shownFields(Scope scope) {
    StringBuilder text = new StringBuilder();
    for (String field : fields) {
      text.append(text.isEmpty() ? "" : " and the ");
      text.append(field).append(' ').append(shown(scope.path().get(field)));
    }
    return "the " + text;
  }

  static String shown(@Nullable Object value) {
    return "'" + VisibleText.of(String.valueOf(value), SHOWN) + "'";
  }
}
