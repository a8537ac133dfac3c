package dev.homeport.engine.route;

import dev.homeport.engine.match.Condition;
import dev.homeport.engine.template.Scope;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cases that see the same names: those of one {@code first}, or of one route. Immutable. */
public final class CaseGroup {

  private final List<Case> cases;
  private final List<Scope.Var> vars;
  private final @Nullable CaseIndex index;
  private final boolean changesState;
  private final boolean mayBlock;

  /**
   * A group.
   *
   * @param cases in the order in which they are tried
   * @param vars the names of the folder and the file
   */
  public CaseGroup(List<Case> cases, List<Scope.Var> vars) {
    this.cases = List.copyOf(cases);
    this.vars = List.copyOf(vars);
    this.index = CaseIndex.of(this.cases);
    boolean changes = false;
    boolean blocks = false;
    for (Case each : this.cases) {
      changes |= each.changesState();
      blocks |= each.mayBlock();
    }
    this.changesState = changes;
    this.mayBlock = blocks;
  }

  /** In the order in which they are tried. */
  public List<Case> cases() {
    return cases;
  }

  /**
   * The positions of the cases that may answer, in the order in which they are tried; null for all.
   * Conditions of the others fail, and depend on nothing but the request.
   */
  public int @Nullable [] candidates(Scope scope) {
    return index == null ? null : index.candidates(scope);
  }

  /** The names of the folder and the file. */
  public List<Scope.Var> vars() {
    return vars;
  }

  /** The one case there is when it answers everything alike, and nothing happens; else null. */
  @Nullable Case always() {
    return cases.size() == 1 && cases.get(0).isFixed() ? cases.get(0) : null;
  }

  /** Adds the hosts that their conditions name as plain values, in lower case. */
  void addNamedHosts(Set<String> hosts) {
    for (Case each : cases) {
      for (Condition condition : each.conditions()) {
        hosts.addAll(condition.namedHosts());
      }
    }
  }

  /** Whether one of them changes the state; known since it was read. */
  boolean changesState() {
    return changesState;
  }

  /** Likewise whether one of them may block. */
  boolean mayBlock() {
    return mayBlock;
  }
}
