package dev.homeport.engine.route;

import dev.homeport.engine.template.Scope;
import java.util.List;

/**
 * Cases that see the same names: those of one {@code first}, or of one route.
 *
 * @param cases in the order in which they are tried
 * @param vars the names of the folder and the file
 */
public record CaseGroup(List<Case> cases, List<Scope.Var> vars) {

  public CaseGroup {
    cases = List.copyOf(cases);
    vars = List.copyOf(vars);
  }

  boolean mayBlock() {
    for (Case each : cases) {
      if (each.mayBlock()) {
        return true;
      }
    }
    return false;
  }
}
