package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code any}: of at least one group all conditions hold. */
public record AnyOf(List<List<Condition>> groups) implements Condition {

  public AnyOf {
    groups = groups.stream().map(List::copyOf).toList();
  }

  @Override
  public @Nullable Mismatch check(Scope scope) {
    List<Mismatch> mismatches = new ArrayList<>(groups.size());
    for (List<Condition> group : groups) {
      Mismatch mismatch = first(group, scope);
      if (mismatch == null) {
        return null;
      }
      mismatches.add(mismatch);
    }
    return new NoneHeld(mismatches);
  }

  private static @Nullable Mismatch first(List<Condition> group, Scope scope) {
    for (Condition condition : group) {
      Mismatch mismatch = condition.check(scope);
      if (mismatch != null) {
        return mismatch;
      }
    }
    return null;
  }

  /** Says of each group what failed first. */
  private record NoneHeld(List<Mismatch> mismatches) implements Mismatch {

    @Override
    public String subject() {
      return "one of " + mismatches.size() + " alternatives";
    }

    @Override
    public String expected() {
      return "to hold: "
          + mismatches.stream()
              .map(m -> m.subject() + " " + m.expected())
              .collect(Collectors.joining(", or "));
    }

    @Override
    public String found() {
      return mismatches.stream().map(Mismatch::found).collect(Collectors.joining("; "));
    }
  }

  @Override
  public String described() {
    return groups.stream().map(NotAll::described).collect(Collectors.joining(", or "));
  }

  @Override
  public boolean dependsOnMoment() {
    return groups.stream().flatMap(List::stream).anyMatch(Condition::dependsOnMoment);
  }

  @Override
  public int rank() {
    return groups.stream().flatMap(List::stream).mapToInt(Condition::rank).max().orElse(0);
  }

  @Override
  public Set<String> namedHosts() {
    Set<String> hosts = new LinkedHashSet<>();
    groups.forEach(group -> group.forEach(condition -> hosts.addAll(condition.namedHosts())));
    return hosts;
  }
}
