package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;
import org.jspecify.annotations.Nullable;

/** {@code equals}: a text as text, a number by value, JSON by type and value. */
public record Equal(Operand operand, boolean ignoreCase) implements Matcher {

  @Override
  public boolean holdsFor(@Nullable Value value, Values all, Scope scope) {
    return value != null && value.isEqualTo(operand.value(scope), ignoreCase);
  }

  @Override
  public String expected(@Nullable Scope scope) {
    return "to equal " + operand.shown(scope) + TextOperator.caseNote(ignoreCase);
  }

  @Override
  public boolean dependsOnMoment() {
    return !operand.isConstant();
  }
}
