package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code in}: equals one of a list; a template in it may itself give a list. */
public record OneOf(List<Operand> operands, boolean ignoreCase) implements Matcher {

  public OneOf {
    operands = List.copyOf(operands);
  }

  @Override
  public boolean holdsFor(@Nullable Value value, Values all, Scope scope) {
    if (value == null) {
      return false;
    }
    for (Operand operand : operands) {
      Object wanted = operand.value(scope);
      if (value.isEqualTo(wanted, ignoreCase) || isAmong(value, wanted)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAmong(Value value, @Nullable Object wanted) {
    if (wanted instanceof List<?> several) {
      for (Object one : several) {
        if (value.isEqualTo(one, ignoreCase)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public String expected(@Nullable Scope scope) {
    return "to be one of "
        + operands.stream().map(o -> o.shown(scope)).collect(Collectors.joining(", "))
        + TextOperator.caseNote(ignoreCase);
  }

  @Override
  public boolean dependsOnMoment() {
    return !operands.stream().allMatch(Operand::isConstant);
  }
}
