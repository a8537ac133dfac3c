package dev.homeport.cli;

import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.VisibleText;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Outcome;
import dev.homeport.engine.journal.View;
import dev.homeport.engine.route.Route;
import dev.homeport.server.MockPort;
import dev.homeport.server.ServedFolder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What came while a command ran.
 *
 * @param requests how many, dropped ones included
 * @param unmatched how many of these no route answered
 * @param unused routes to which none came
 */
record RunSummary(long requests, long unmatched, List<Route> unused) {

  private static final int MOST_SHOWN = 20;

  RunSummary {
    unused = List.copyOf(unused);
  }

  /** Of the whole folder and its services together. */
  static RunSummary of(ServedFolder served) {
    return served.all().stream()
        .map(each -> of(each.port()))
        .reduce(new RunSummary(0, 0, List.of()), RunSummary::plus);
  }

  private RunSummary plus(RunSummary other) {
    List<Route> all = new ArrayList<>(unused);
    all.addAll(other.unused);
    return new RunSummary(requests + other.requests, unmatched + other.unmatched, all);
  }

  private static RunSummary of(MockPort port) {
    View view = port.journal().view();
    long unmatched = view.unmatchedBefore();
    for (Entry entry : view.entries()) {
      unmatched += entry.outcome() instanceof Outcome.Unmatched ? 1 : 0;
    }
    return new RunSummary(view.total(), unmatched, unused(port.engine()));
  }

  /** The routes of one collection stand at one place: they are used when one of them is. */
  private static List<Route> unused(MockEngine engine) {
    Set<Location> used = new HashSet<>();
    for (Route route : engine.routes()) {
      if (engine.calls(route) > 0) {
        used.add(route.at());
      }
    }
    return engine.routes().stream().filter(route -> !used.contains(route.at())).toList();
  }

  /**
   * Each line ended by {@code \n}.
   *
   * <pre>
   * 12 requests, 1 unmatched, 2 routes never used:
   *   GET /orders/{id}  mocks/orders.yaml:27
   *   …
   * </pre>
   */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(requests).append(requests == 1 ? " request, " : " requests, ");
    text.append(unmatched).append(" unmatched, ").append(unused.size());
    text.append(unused.size() == 1 ? " route" : " routes").append(" never used");
    text.append(unused.isEmpty() ? "\n" : ":\n");
    for (Route route : unused.subList(0, Math.min(MOST_SHOWN, unused.size()))) {
      text.append("  ").append(VisibleText.of(route.key())).append("  ");
      text.append(VisibleText.of(route.at().file() + ":" + route.at().line())).append('\n');
    }
    if (unused.size() > MOST_SHOWN) {
      text.append("  … and ").append(unused.size() - MOST_SHOWN).append(" more\n");
    }
    return text.toString();
  }
}
