package dev.homeport.engine;

import dev.homeport.engine.explain.CaseMiss;
import dev.homeport.engine.explain.Explanation;
import dev.homeport.engine.explain.MissReport;
import dev.homeport.engine.explain.RouteExplanation;
import dev.homeport.engine.explain.ServerExplanation;
import dev.homeport.engine.explain.Words;
import dev.homeport.engine.http.Handshake;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.route.Lookup;
import dev.homeport.engine.route.RouteIndex;
import dev.homeport.engine.template.RenderException;
import java.util.ArrayList;
import java.util.List;

/** Says what would answer a request, through the same steps. Safe for any number of threads. */
final class Explainer {

  private final CaseSelection selection;

  Explainer(CaseSelection selection) {
    this.selection = selection;
  }

  /** As {@link MockEngine#explain}, from these routes. */
  Explanation explain(Request asked, RouteIndex index) {
    Request request = Handshake.spelledOut(asked);
    Lookup lookup = index.find(request);
    try {
      if (lookup instanceof Lookup.Found found) {
        return explain(request, found, index);
      }
      String allow = OwnReplies.allowed(request, lookup);
      return allow != null
          ? new ServerExplanation(Words.request(request), allow)
          : OwnReplies.report(request, lookup, index);
    } catch (RenderException e) {
      return OwnReplies.brokenTemplate(request, e);
    }
  }

  private Explanation explain(Request request, Lookup.Found found, RouteIndex index) {
    List<CaseMiss> misses = new ArrayList<>();
    Chosen chosen = selection.foretelling().choose(request, found, misses);
    if (chosen == null) {
      return MissReport.noCase(request, misses, index);
    }
    return RouteExplanation.of(
        Words.request(request),
        found.candidates(),
        chosen.route(),
        chosen.answeredBy(),
        chosen.ofFirst(),
        chosen.plan(),
        chosen.followed().choosesResponse(),
        misses);
  }
}
