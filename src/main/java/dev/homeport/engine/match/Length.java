package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code length}: characters of a text, items of an array, members of an object. */
public record Length(Matcher matcher) implements Matcher {

  @Override
  public boolean holdsFor(@Nullable Value value, Values all, Scope scope) {
    int length = value == null ? -1 : value.length();
    if (length < 0) {
      return false;
    }
    Value counted =
        new Value.Typed(JsonNodeFactory.instance.numberNode(BigDecimal.valueOf(length)));
    return matcher.holds(Values.of(counted), scope);
  }

  @Override
  public String expected(@Nullable Scope scope) {
    String of = matcher.expected(scope);
    if (of.startsWith("to equal ")) {
      return "to have length " + of.substring("to equal ".length());
    }
    return "to have a length " + (of.startsWith("to be ") ? of.substring("to be ".length()) : of);
  }

  @Override
  public boolean dependsOnMoment() {
    return matcher.dependsOnMoment();
  }
}
