package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.engine.route.Case;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a list of cases, and finds those that can never answer. */
final class CasesReader {

  private final Reading reading;
  private final PlanReader plans;
  private final CaseReader cases;

  CasesReader(Reading reading, List<YamlMapping> defaults) {
    this(reading, new ResponseReader(reading), defaults);
  }

  /** Reads cases that do something else than send a response. */
  CasesReader(Reading reading, PlanReader plans, List<YamlMapping> defaults) {
    this.reading = reading;
    this.plans = plans;
    this.cases = new CaseReader(reading, plans, defaults);
  }

  /** One case from a mapping, or those of a list; null when a problem was reported. */
  @Nullable List<Case> read(YamlNode node, String identity, String where) {
    if (node instanceof YamlMapping) {
      Case only = cases.read(node, identity + "#0", where);
      return only == null ? null : List.of(only);
    }
    if (!(node instanceof YamlSequence list)) {
      reading.expected(where, "a response (" + plans.shortest() + ") or a list of cases", node);
      return null;
    }
    if (list.items().isEmpty()) {
      reading.problem(
          list.at(), where + ": the list of cases is empty", "write a case, " + plans.shortest());
      return null;
    }
    List<Case> read = new ArrayList<>();
    for (YamlNode item : list.items()) {
      Case each = cases.read(item, identity + "#" + read.size(), "a case");
      if (each != null) {
        read.add(each);
      }
    }
    reportShadowed(read);
    return read.size() < list.items().size() ? null : read;
  }

  private void reportShadowed(List<Case> all) {
    for (int later = 1; later < all.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        if (all.get(earlier).shadows(all.get(later))) {
          reading.problem(
              all.get(later).at(),
              "this case can never answer: the one at "
                  + all.get(earlier).at()
                  + " always does before it",
              "put it first, or give the other one a `when`");
          break;
        }
      }
    }
  }
}
