package dev.homeport.engine.match;

import dev.homeport.engine.data.DataCollection;
import dev.homeport.engine.data.DataRecord;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.json.JsonPath;
import dev.homeport.engine.template.RenderException;
import dev.homeport.engine.template.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code data}: a collection has a record of which all fields are as they must be; a collection
 * that is one value is the record itself.
 *
 * @param id what the id must be, or null for any; it is compared as text, as in a path: {@code 7}
 *     and {@code "7"} are one
 * @param fields what other fields must be
 */
public record DataHolds(String collection, @Nullable FieldMatch id, List<FieldMatch> fields)
    implements Condition {

  private static final int SHOWN = 3;

  /** A place in a record, and what must be there. */
  public record FieldMatch(JsonPath path, Matcher matcher) {

    private boolean holds(JsonNode record, Scope scope) {
      return matcher.holds(Values.ofNodes(path.read(record)), scope);
    }

    private String described(@Nullable Scope scope) {
      return path + " " + matcher.expected(scope);
    }
  }

  public DataHolds {
    fields = List.copyOf(fields);
  }

  @Override
  public @Nullable Mismatch check(Scope scope) {
    try {
      DataCollection found = scope.data().find(collection);
      if (found != null && holds(found, scope)) {
        return null;
      }
      return new Said(this::subject, () -> expected(scope), () -> found(found, scope));
    } catch (RenderException e) {
      return new Said(
          this::subject, () -> expected(null), () -> "an operand that failed: " + e.getMessage());
    }
  }

  private boolean holds(DataCollection all, Scope scope) {
    if (!all.isList()) {
      return id == null && fit(Json.toNode(all.plain()), scope);
    }
    for (DataRecord record : candidates(all, scope)) {
      if (fit(Json.toNode(record.members()), scope)) {
        return true;
      }
    }
    return false;
  }

  /** The records whose id will do: at once where it is a value, else one by one. */
  private List<DataRecord> candidates(DataCollection all, Scope scope) {
    if (id == null) {
      return all.records();
    } else if (id.matcher() instanceof Equal equal && !equal.ignoreCase()) {
      String text = DataRecord.idText(equal.operand().value(scope));
      DataRecord record = text == null ? null : all.find(text);
      return record == null ? List.of() : List.of(record);
    }
    List<DataRecord> some = new ArrayList<>();
    for (DataRecord record : all.records()) {
      if (id.matcher().holds(Values.ofText(record.id()), scope)) {
        some.add(record);
      }
    }
    return some;
  }

  private boolean fit(JsonNode record, Scope scope) {
    for (FieldMatch field : fields) {
      if (!field.holds(record, scope)) {
        return false;
      }
    }
    return true;
  }

  private String subject() {
    return "data " + collection;
  }

  private String expected(@Nullable Scope scope) {
    List<FieldMatch> all = new ArrayList<>();
    if (id != null) {
      all.add(id);
    }
    all.addAll(fields);
    return all.stream()
        .map(field -> field.described(scope))
        .collect(Collectors.joining(", ", "to have a record with ", ""));
  }

  /** The record of the id that was meant, or the number of records. */
  private String found(@Nullable DataCollection all, Scope scope) {
    if (all == null) {
      return "no such collection: its file has a problem";
    } else if (!all.isList()) {
      return Shown.value(all.plain());
    }
    List<DataRecord> near = id == null ? List.of() : candidates(all, scope);
    if (near.isEmpty()) {
      return all.count() + (all.count() == 1 ? " record" : " records") + ", none like that";
    }
    return near.stream()
        .limit(SHOWN)
        .map(record -> Shown.value(record.members()))
        .collect(Collectors.joining(", "));
  }

  @Override
  public String described() {
    return subject() + " " + expected(null);
  }

  @Override
  public boolean dependsOnMoment() {
    return true;
  }

  @Override
  public int rank() {
    return id == null ? Rank.TEMPLATE : Rank.HEAD;
  }
}
