package dev.homeport.engine.crud;

import dev.homeport.engine.answer.DataStep.Outcome;
import dev.homeport.engine.data.DataCollection;
import dev.homeport.engine.data.DataRecord;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.template.Scope;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is done to a list of records, and to one of them. */
final class RecordAnswers {

  private RecordAnswers() {}

  static Outcome list(DataCollection all, Resource resource, Scope scope) throws RefusedException {
    ListQuery query = ListQuery.of(scope.request(), all, scope.data());
    return query.answer(resource, scope);
  }

  static Outcome read(DataCollection all, Resource resource, Scope scope) throws RefusedException {
    DataRecord record = resource.record(all, scope);
    Embedding embedding = Embedding.of(scope.request().query(), all, scope.data());
    return Representation.of(embedding.around(record)).outcome(200, scope.data());
  }

  static Outcome create(DataCollection all, Resource resource, Scope scope)
      throws RefusedException {
    Map<String, @Nullable Object> sent = BodyInput.object(scope.request());
    Map<String, @Nullable Object> members =
        all.identified(resource.placed(sent, all, scope), scope::newId);
    String id = members == null ? null : DataRecord.idText(members.get(all.idField()));
    if (members == null || id == null) {
      throw noId(all, sent.get(all.idField()));
    } else if (all.find(id) != null) {
      throw new RefusedException(
          409,
          "Duplicate id",
          "The collection '"
              + resource.collection()
              + "' has a record with the "
              + all.idField()
              + " "
              + Resource.shown(id)
              + " already (leave it out, then it gets one).");
    }
    DataCollection after = all.with(members);
    return representation(after, id)
        .outcome(201, scope.data().with(after), new Field("Location", location(scope, id)));
  }

  static Outcome replace(DataCollection all, Resource resource, Scope scope)
      throws RefusedException {
    DataRecord before = resource.record(all, scope);
    Representation.of(before.members()).checkSeenBy(scope.request().headers());
    return changed(all, before, BodyInput.object(scope.request()), resource, scope);
  }

  static Outcome merge(DataCollection all, Resource resource, Scope scope) throws RefusedException {
    DataRecord before = resource.record(all, scope);
    Representation.of(before.members()).checkSeenBy(scope.request().headers());
    JsonNode patch = BodyInput.patchOfRecord(scope.request());
    return changed(all, before, MergePatch.merged(before.members(), patch), resource, scope);
  }

  private static Outcome changed(
      DataCollection all,
      DataRecord before,
      Map<String, @Nullable Object> members,
      Resource resource,
      Scope scope)
      throws RefusedException {
    Object id = members.get(all.idField());
    if (id != null && !before.id().equals(DataRecord.idText(id))) {
      throw Resource.differs(all.idField(), id, before.id());
    }
    Map<String, @Nullable Object> placed = resource.placed(members, all, scope);
    DataCollection after = all.with(all.withId(placed, before.members().get(all.idField())));
    return representation(after, before.id()).outcome(200, scope.data().with(after));
  }

  static Outcome delete(DataCollection all, Resource resource, Scope scope)
      throws RefusedException {
    DataRecord before = resource.record(all, scope);
    Representation gone = Representation.of(before.members());
    gone.checkSeenBy(scope.request().headers());
    Field json = new Field("Content-Type", "application/json");
    return new Outcome(
        200, List.of(json), gone.bytes(), scope.data().with(all.without(before.id())));
  }

  private static Representation representation(DataCollection all, String id) {
    DataRecord record = all.find(id);
    return Representation.of(record == null ? null : record.members());
  }

  private static RefusedException noId(DataCollection all, @Nullable Object found) {
    return new RefusedException(
        422,
        "No id",
        "The "
            + all.idField()
            + " of a record is a number, or a text of 1 to "
            + DataRecord.MAX_ID
            + " characters, found "
            + Resource.shown(found)
            + " (leave it out, then it gets one).");
  }

  /** Where the new record is, on the same server. */
  private static String location(Scope scope, String id) {
    String path = Uri.asciiPath(scope.request().rawPath());
    return (path.endsWith("/") ? path : path + "/") + Uri.segment(id);
  }
}
