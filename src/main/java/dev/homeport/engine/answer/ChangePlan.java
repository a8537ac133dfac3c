package dev.homeport.engine.answer;

import dev.homeport.engine.state.Moment;
import dev.homeport.engine.template.Scope;
import java.util.List;

/** What an answer changes: {@code set}, then {@code save}, then {@code remove}. Immutable. */
public record ChangePlan(SetPlan set, SavePlan save, RemovePlan remove) {

  private static final ChangePlan NOTHING =
      new ChangePlan(new SetPlan(List.of()), new SavePlan(List.of()), new RemovePlan(List.of()));

  /** Changes nothing. */
  public static ChangePlan nothing() {
    return NOTHING;
  }

  /** Whether it changes nothing. */
  public boolean isEmpty() {
    return set.isEmpty() && save.parts().isEmpty() && remove.parts().isEmpty();
  }

  /** The moment that follows the one the request sees; from now on it sees that one. */
  Moment take(Scope scope) throws UnsendableException {
    Moment before = scope.moment();
    try {
      scope.see(scope.moment().with(set.after(scope)));
      scope.see(scope.moment().with(save.after(scope)));
      scope.see(scope.moment().with(remove.after(scope)));
      return scope.moment();
    } catch (UnsendableException | RuntimeException e) {
      scope.see(before);
      throw e;
    }
  }
}
