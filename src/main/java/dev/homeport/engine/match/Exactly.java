package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list where several values may come: exactly these, in this order. */
public record Exactly(List<Operand> operands) implements Matcher {

  public Exactly {
    operands = List.copyOf(operands);
  }

  @Override
  public boolean holdsFor(@Nullable Value value, Values all, Scope scope) {
    if (all.all().size() != operands.size()) {
      return false;
    }
    for (int i = 0; i < operands.size(); i++) {
      if (!all.all().get(i).isEqualTo(operands.get(i).value(scope), false)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String expected(@Nullable Scope scope) {
    return "to be exactly "
        + operands.stream().map(o -> o.shown(scope)).collect(Collectors.joining(", "));
  }

  @Override
  public boolean dependsOnMoment() {
    return !operands.stream().allMatch(Operand::isConstant);
  }
}
