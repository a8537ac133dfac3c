package dev.homeport.engine.crud;

import dev.homeport.engine.answer.DataStep.Outcome;
import dev.homeport.engine.data.DataCollection;
import dev.homeport.engine.template.Scope;
import org.jspecify.annotations.Nullable;

/** What is done to a collection that is one value, as {@code /profile} of json-server. */
final class ValueAnswers {

  private ValueAnswers() {}

  static Outcome read(DataCollection all, Scope scope) {
    return Representation.of(all.plain()).outcome(200, scope.data());
  }

  static Outcome replace(DataCollection all, Scope scope) throws RefusedException {
    Representation.of(all.plain()).checkSeenBy(scope.request().headers());
    return changed(all, BodyInput.value(scope.request()), scope);
  }

  static Outcome merge(DataCollection all, Scope scope) throws RefusedException {
    Representation.of(all.plain()).checkSeenBy(scope.request().headers());
    return changed(all, MergePatch.apply(all.plain(), BodyInput.patch(scope.request())), scope);
  }

  private static Outcome changed(DataCollection all, @Nullable Object value, Scope scope) {
    DataCollection after = DataCollection.ofValue(all.name(), all.idField(), value);
    return Representation.of(after.plain()).outcome(200, scope.data().with(after));
  }
}
