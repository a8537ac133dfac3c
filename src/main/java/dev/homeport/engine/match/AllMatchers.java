package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code all}, and several operators beside each other: one value satisfies every one. */
public record AllMatchers(List<Matcher> matchers) implements Matcher {

  public AllMatchers {
    matchers = List.copyOf(matchers);
  }

  @Override
  public boolean holdsFor(@Nullable Value value, Values all, Scope scope) {
    for (Matcher matcher : matchers) {
      if (!matcher.holdsFor(value, all, scope)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String expected(@Nullable Scope scope) {
    return matchers.stream().map(m -> m.expected(scope)).collect(Collectors.joining(" and "));
  }

  /** Of the first that no value satisfies by itself. */
  @Override
  public @Nullable Detail detail(Values values, Scope scope) {
    for (Matcher matcher : matchers) {
      if (!matcher.holds(values, scope)) {
        return matcher.detail(values, scope);
      }
    }
    return null;
  }

  @Override
  public boolean dependsOnMoment() {
    return matchers.stream().anyMatch(Matcher::dependsOnMoment);
  }
}
