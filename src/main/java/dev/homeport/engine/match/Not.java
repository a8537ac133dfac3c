package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;
import org.jspecify.annotations.Nullable;

/** {@code not}: no value satisfies the matcher. */
public record Not(Matcher matcher) implements Matcher {

  @Override
  public boolean holdsFor(@Nullable Value value, Values all, Scope scope) {
    return !matcher.holds(all, scope);
  }

  @Override
  public String expected(@Nullable Scope scope) {
    return "not " + matcher.expected(scope);
  }

  @Override
  public boolean dependsOnMoment() {
    return matcher.dependsOnMoment();
  }
}
