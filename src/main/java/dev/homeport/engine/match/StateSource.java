package dev.homeport.engine.match;

import dev.homeport.engine.json.Json;
import dev.homeport.engine.state.State;
import dev.homeport.engine.template.Scope;
import java.util.List;

/**
 * A value of the state.
 *
 * @param name a text, or a template that gives one
 */
public record StateSource(Operand name) implements Source {

  @Override
  public Values values(Scope scope) {
    String text = text(scope);
    State state = scope.state();
    return state.has(text) ? Values.ofNodes(List.of(Json.toNode(state.get(text)))) : Values.none();
  }

  /** A template gives a text, as the name in {@code set} is one. */
  private String text(Scope scope) {
    return name instanceof Operand.Rendered rendered
        ? rendered.template().text(scope)
        : String.valueOf(name.value(scope));
  }

  /** A name that depends on the request is shown as it is written. */
  @Override
  public String subject() {
    return "state "
        + (name instanceof Operand.Constant constant ? constant.source() : name.shown(null));
  }

  @Override
  public boolean dependsOnMoment() {
    return true;
  }
}
