package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code not}: the conditions do not hold all together. */
public record NotAll(List<Condition> conditions) implements Condition {

  public NotAll {
    conditions = List.copyOf(conditions);
  }

  @Override
  public @Nullable Mismatch check(Scope scope) {
    for (Condition condition : conditions) {
      if (condition.check(scope) != null) {
        return null;
      }
    }
    return new AllHeld(conditions, scope);
  }

  private record AllHeld(List<Condition> conditions, Scope scope) implements Mismatch {

    @Override
    public String subject() {
      return conditions.size() == 1 && conditions.get(0) instanceof Match match
          ? match.source().subject()
          : "the request";
    }

    @Override
    public String expected() {
      if (conditions.size() == 1 && conditions.get(0) instanceof Match match) {
        return "not " + match.matcher().expected(scope);
      }
      return "not to meet all of: " + NotAll.described(conditions);
    }

    @Override
    public String found() {
      if (conditions.size() == 1 && conditions.get(0) instanceof Match match) {
        Values values = match.source().values(scope);
        return values.all().isEmpty() ? match.source().nothing(scope) : values.shown();
      }
      return "all of it";
    }
  }

  static String described(List<Condition> conditions) {
    return conditions.stream().map(Condition::described).collect(Collectors.joining(" and "));
  }

  @Override
  public String described() {
    return "not (" + described(conditions) + ")";
  }

  @Override
  public boolean dependsOnMoment() {
    return conditions.stream().anyMatch(Condition::dependsOnMoment);
  }

  @Override
  public int rank() {
    return conditions.stream().mapToInt(Condition::rank).max().orElse(0);
  }
}
