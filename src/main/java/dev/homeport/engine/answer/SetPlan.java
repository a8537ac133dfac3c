package dev.homeport.engine.answer;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.state.State;
import dev.homeport.engine.state.StateLimitException;
import dev.homeport.engine.template.JsonTemplate;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code set}: what an answer changes in the state. Immutable, safe to share.
 *
 * @param assignments done in this order
 */
public record SetPlan(List<Assignment> assignments) {

  /**
   * One name and what becomes of it.
   *
   * @param value null takes the name away
   */
  public record Assignment(Template name, @Nullable JsonTemplate value, Location at) {}

  public SetPlan {
    assignments = List.copyOf(assignments);
  }

  public boolean isEmpty() {
    return assignments.isEmpty();
  }

  /** The state that follows the one the request sees. All templates see that one. */
  State after(Scope scope) throws UnsendableException {
    State after = scope.state();
    for (Assignment each : assignments) {
      String name = each.name().text(scope);
      if (name.isEmpty()) {
        throw new UnsendableException("set", each.at(), "the rendered name is empty");
      }
      JsonTemplate value = each.value();
      try {
        after = value == null ? after.without(name) : after.with(name, value.value(scope));
      } catch (StateLimitException e) {
        throw new UnsendableException("set", each.at(), String.valueOf(e.getMessage()));
      }
    }
    return after;
  }
}
