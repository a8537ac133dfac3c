package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code any}: at least one of several matchers. */
public record AnyMatcher(List<Matcher> matchers) implements Matcher {

  public AnyMatcher {
    matchers = List.copyOf(matchers);
  }

  @Override
  public boolean holdsFor(@Nullable Value value, Values all, Scope scope) {
    for (Matcher matcher : matchers) {
      if (matcher.holdsFor(value, all, scope)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String expected(@Nullable Scope scope) {
    return matchers.stream().map(m -> m.expected(scope)).collect(Collectors.joining(" or "));
  }

  @Override
  public boolean dependsOnMoment() {
    return matchers.stream().anyMatch(Matcher::dependsOnMoment);
  }
}
